/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.constraint;

import io.github.samedoor.mcp.door.container.SecurityConstraint;
import io.github.samedoor.mcp.door.container.UrlPattern;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The pattern that counts for a path: an exact one, else the longest prefix, else an extension, else {@code /} (Servlet 6.0
 * section 12.1).
 */
final class BestPattern {
    private BestPattern() {}

    /** Finds the best pattern of all constraints. */
    static Optional<UrlPattern> of(List<SecurityConstraint> constraints, String path) {
        return among(constraints, path, pattern -> true);
    }

    /** Finds the best pattern among some of those of all constraints. */
    static Optional<UrlPattern> among(List<SecurityConstraint> constraints, String path, Predicate<UrlPattern> some) {
        return constraints.stream()
                .flatMap(constraint -> constraint.patterns().stream())
                .filter(some)
                .filter(pattern -> pattern.isDefault() || pattern.matchesFilterPath(path))
                .max(Comparator.comparingInt((UrlPattern pattern) -> rank(pattern, path))
                        .thenComparing(pattern -> pattern.text().length()));
    }

    /** Tells whether a pattern spells out the whole path. */
    static boolean isExact(UrlPattern pattern, String path) {
        return rank(pattern, path) == 3;
    }

    private static int rank(UrlPattern pattern, String path) {
        if (pattern.isDefault()) {
            return path.equals("/") ? 3 : 0;
        }
        if (pattern.isExtension()) {
            return 1;
        }
        return pattern.isPrefix() || pattern.isAsterisk() ? 2 : 3;
    }
}
