/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import io.github.samedoor.mcp.door.container.UrlPattern;
import io.github.samedoor.route.PathTemplate;
import io.github.samedoor.route.PathTemplate.Literal;
import io.github.samedoor.route.PathTemplate.Parameter;
import io.github.samedoor.route.PathTemplate.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Paths that stand for all paths of a template: whatever a parameter's value is, some sample matches the same patterns.
 *
 * <p>A pattern can only tell values apart by a whole segment that it spells out or by the extension of the last segment. So
 * each parameter takes every segment that a pattern spells out at its place, a value that no pattern spells out, and, at
 * the end of the path, such a value with every extension that a pattern asks for.
 */
final class SamplePaths {
    /** More samples than this are not worked through; the tool is refused instead. */
    static final int MOST = 4096;

    private static final String ORDINARY = "samedoor~sample";

    private SamplePaths() {}

    static List<String> of(PathTemplate template, Collection<UrlPattern> patterns) throws UnprovableChainException {
        List<String> paths = List.of("");
        List<Segment> segments = template.segments();
        for (int i = 0; i < segments.size(); i++) {
            Set<String> values = values(segments.get(i), i, i == segments.size() - 1, patterns);
            if ((long) paths.size() * values.size() > MOST) {
                throw new UnprovableChainException(
                        "its path parameters can meet more than " + MOST + " different sets of URL patterns",
                        "use a route with fewer path parameters");
            }
            List<String> longer = new ArrayList<>(paths.size() * values.size());
            for (String path : paths) {
                values.forEach(value -> longer.add(path + '/' + value));
            }
            paths = longer;
        }
        return paths;
    }

    /** Returns paths of which one matches the prefix and extension, or the exact pattern, that any path matches. */
    static Set<String> of(Collection<UrlPattern> patterns) {
        Set<String> paths = new LinkedHashSet<>();
        Set<String> stems = new LinkedHashSet<>(Set.of('/' + ORDINARY));
        for (UrlPattern pattern : patterns) {
            if (pattern.isPrefix()) {
                stems.add(pattern.prefix() + '/' + ORDINARY);
            } else if (pattern.text().startsWith("/")) {
                paths.add(pattern.text());
            }
        }
        paths.addAll(stems);
        patterns.stream()
                .flatMap(pattern -> pattern.extension().stream())
                .forEach(extension -> stems.forEach(stem -> paths.add(stem + extension)));
        return paths;
    }

    private static Set<String> values(Segment segment, int place, boolean last, Collection<UrlPattern> patterns) {
        if (segment instanceof Literal literal) {
            return Set.of(literal.text());
        }
        if (!(segment instanceof Parameter)) {
            throw new AssertionError(segment);
        }
        Set<String> values = new LinkedHashSet<>();
        values.add(ORDINARY);
        for (UrlPattern pattern : patterns) {
            if (pattern.isExtension()) {
                if (last) {
                    values.add(ORDINARY + pattern.text().substring(1));
                }
            } else {
                spelledOut(pattern, place).ifPresent(values::add);
            }
        }
        return values;
    }

    private static Optional<String> spelledOut(UrlPattern pattern, int place) {
        String path = pattern.isPrefix() ? pattern.prefix() : pattern.text();
        String[] segments = path.startsWith("/") ? path.substring(1).split("/", -1) : new String[0];
        return place < segments.length && !segments[place].isEmpty() ? Optional.of(segments[place]) : Optional.empty();
    }
}
