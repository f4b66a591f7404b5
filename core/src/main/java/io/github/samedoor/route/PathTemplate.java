/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A path below the context path in which whole segments may be parameters, as in {@code /user/notes/{id}}.
 *
 * <p>Literal segments are the decoded text that the application matches on. A template holds nothing that two readers
 * could understand differently: no {@code ;}, {@code %}, {@code \}, control character, empty or dot segment. A trailing
 * slash is kept. Immutable and thread-safe.
 *
 * @param segments the segments between the slashes; the root path is one empty literal
 */
public record PathTemplate(List<Segment> segments) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

    /** One part of a path between two slashes. */
    public sealed interface Segment permits Literal, Parameter {}

    /**
     * A segment that is always the same.
     *
     * @param text the decoded text
     */
    public record Literal(String text) implements Segment {}

    /**
     * A segment whose value comes with each call.
     *
     * @param name the parameter's name, unique in its template
     */
    public record Parameter(String name) implements Segment {}

    /** Keeps a copy of the segments. */
    public PathTemplate {
        segments = List.copyOf(segments);
    }

    /**
     * Reads a template.
     *
     * @param text the template, starting with {@code /}
     * @return the template
     * @throws IllegalArgumentException if it is malformed; the message says what and how to mend it
     */
    public static PathTemplate parse(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("A path template starts with '/': " + text);
        }
        String[] parts = text.substring(1).split("/", -1);
        List<Segment> segments = new ArrayList<>(parts.length);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < parts.length; i++) {
            segments.add(segment(parts[i], i == parts.length - 1, text, names));
        }
        return new PathTemplate(segments);
    }

    /**
     * Lists the names of the parameters in the order of the path.
     *
     * @return the names, empty for a path without parameters
     */
    public List<String> parameters() {
        return segments.stream()
                .filter(Parameter.class::isInstance)
                .map(segment -> ((Parameter) segment).name())
                .toList();
    }

    /** Returns the template as it was written. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            text.append('/');
            if (segment instanceof Parameter parameter) {
                text.append('{').append(parameter.name()).append('}');
            } else if (segment instanceof Literal literal) {
                text.append(literal.text());
            }
        }
        return text.toString();
    }

    private static Segment segment(String part, boolean last, String template, Set<String> names) {
        if (part.startsWith("{") && part.endsWith("}")) {
            String name = part.substring(1, part.length() - 1);
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "In " + template + " the parameter " + part
                                + " needs a name of at most 64 letters, digits, '_', '.' or '-', starting with a letter or '_'");
            }
            if (!names.add(name)) {
                throw new IllegalArgumentException("In " + template + " the parameter " + part + " stands twice");
            }
            return new Parameter(name);
        }
        if ((part.isEmpty() && !last)
                || PathText.isAmbiguous(part)
                || part.indexOf('{') >= 0
                || part.indexOf('}') >= 0) {
            throw new IllegalArgumentException("In " + template + " the segment '" + PathText.printable(part)
                    + "' can't be used: write plain decoded text, or a parameter that is a whole segment");
        }
        return new Literal(part);
    }
}
