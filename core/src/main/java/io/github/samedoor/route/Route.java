/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import java.util.regex.Pattern;

/**
 * A method and a path template that the application answers.
 *
 * <p>Immutable and thread-safe.
 *
 * @param method the HTTP method in upper case, a token of RFC 9110 section 5.6.2
 * @param path the path below the application's context path
 */
public record Route(String method, PathTemplate path) {
    private static final Pattern METHOD = Pattern.compile("[A-Z][A-Z-]{0,31}");

    /**
     * Checks the method.
     *
     * @throws IllegalArgumentException if the method isn't an upper-case token of at most 32 characters
     */
    public Route {
        if (!METHOD.matcher(method).matches()) {
            throw new IllegalArgumentException("A route's method is an upper-case HTTP method such as GET");
        }
    }

    /**
     * Makes a route from its two texts.
     *
     * @param method the HTTP method, such as {@code GET}
     * @param path the path template, such as {@code /user/notes/{id}}
     * @return the route
     * @throws IllegalArgumentException if either text is malformed; the message says what and how to mend it
     */
    public static Route of(String method, String path) {
        return new Route(method, PathTemplate.parse(path));
    }

    /**
     * Tells whether the method is one that only reads (RFC 9110 section 9.2.1).
     *
     * @return whether it is {@code GET} or {@code HEAD}
     */
    public boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Returns the method and the path template, separated by a space. */
    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
