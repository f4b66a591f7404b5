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
    /** One part of a path between two slashes. */
    public sealed interface Segment permits Literal, Parameter {}

    /**
     * A segment that is always the same.
     *
     * @param text the decoded text; empty only as the last segment, after a trailing slash
     */
    public record Literal(String text) implements Segment {
        /**
         * Checks the text.
         *
         * @throws IllegalArgumentException if it can't be a segment of a template; the message says how to mend it
         */
        public Literal {
            String mend = mend(text);
            if (!mend.isEmpty()) {
                throw new IllegalArgumentException(
                        "The path segment '" + PathText.printable(text) + "' can't be used: " + mend);
            }
        }

        private static String mend(String text) {
            if (text.startsWith(":") && text.length() > 1) {
                return "write a path parameter as {" + PathText.printable(text.substring(1)) + '}';
            }
            if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
                return "declare query fields as parameters, not in the path";
            }
            if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
                return "a path parameter is a whole segment, such as {id}";
            }
            if (text.indexOf('*') >= 0) {
                return "a tool has one path, name each route by itself";
            }
            if (PathText.isPrivateDirectory(text)) {
                return "no container serves this directory";
            }
            return PathText.isAmbiguous(text)
                    ? "write plain decoded text, without dot segments, '%', ';', '\\' or invisible characters"
                    : "";
        }
    }

    /**
     * A segment whose value comes with each call.
     *
     * @param name the parameter's name, unique in its template
     */
    public record Parameter(String name) implements Segment {
        private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if it has another form; the message says which is right
         */
        public Parameter {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "The path parameter {" + PathText.printable(name)
                                + "} needs a name of at most 64 letters, digits, '_', '.' or '-', starting with a letter or '_'");
            }
        }
    }

    /**
     * Keeps a copy of the segments.
     *
     * @throws IllegalArgumentException if there is none, one before the last is empty, or a parameter stands twice
     */
    public PathTemplate {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("A path template has at least one segment, the root path an empty one");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment instanceof Literal literal && literal.text().isEmpty() && i < segments.size() - 1) {
                throw new IllegalArgumentException("A path template has no empty segment: delete the doubled '/'");
            }
            if (segment instanceof Parameter parameter && !names.add(parameter.name())) {
                throw new IllegalArgumentException(
                        "The path parameter {" + parameter.name() + "} stands twice: give each its own name");
            }
        }
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
            throw new IllegalArgumentException("A path starts with '/', after the context path, but this one is '"
                    + PathText.printable(text) + "'");
        }
        List<Segment> segments = new ArrayList<>();
        for (String part : text.substring(1).split("/", -1)) {
            segments.add(segment(part));
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

    /**
     * Returns the template without the names of its parameters, equal for templates that match the same paths.
     *
     * @return a text such as {@code /user/notes/{}}
     */
    public String shape() {
        return text(false);
    }

    /** Returns the template as it was written. */
    @Override
    public String toString() {
        return text(true);
    }

    private String text(boolean names) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            text.append('/');
            if (segment instanceof Parameter parameter) {
                text.append('{').append(names ? parameter.name() : "").append('}');
            } else if (segment instanceof Literal literal) {
                text.append(literal.text());
            }
        }
        return text.toString();
    }

    private static Segment segment(String part) {
        return part.length() > 1 && part.startsWith("{") && part.endsWith("}")
                ? new Parameter(part.substring(1, part.length() - 1))
                : new Literal(part);
    }
}
