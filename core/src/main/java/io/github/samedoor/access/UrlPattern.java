/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.access;

/**
 * A path pattern with the rules of servlet url-patterns (Servlet 6.0 section 12.2).
 *
 * <p>{@code /a/b} matches that path alone; {@code /a/*} matches {@code /a} and everything below it; {@code /*} matches
 * everything; {@code *.html} matches a last segment that ends so; {@code /} matches the root path alone, as it does for a
 * filter. Immutable and thread-safe.
 *
 * @param text the pattern as it was written
 */
public record UrlPattern(String text) {
    /**
     * Checks the pattern.
     *
     * @throws IllegalArgumentException if it isn't a url-pattern; the message says how to mend it
     */
    public UrlPattern {
        boolean path = text.startsWith("/") && text.indexOf('*') == (text.endsWith("/*") ? text.length() - 1 : -1);
        boolean extension =
                text.startsWith("*.") && text.length() > 2 && text.indexOf('*', 1) < 0 && text.indexOf('/') < 0;
        if (!path && !extension) {
            throw new IllegalArgumentException("'" + text
                    + "' isn't a url-pattern: write an exact path (/a/b), a path with everything below (/a/*) or an"
                    + " extension (*.html)");
        }
    }

    /**
     * Tells whether a path matches.
     *
     * @param path the decoded path below the context path: servlet path and path info
     * @return whether it matches
     */
    public boolean matches(String path) {
        if (text.startsWith("*")) {
            return path.endsWith(text.substring(1)) && path.lastIndexOf('/') < path.length() - text.length() + 1;
        }
        if (text.endsWith("/*")) {
            int end = text.length() - 2;
            return path.startsWith(text.substring(0, end)) && (path.length() == end || path.charAt(end) == '/');
        }
        return path.equals(text);
    }

    /** Returns the pattern as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
