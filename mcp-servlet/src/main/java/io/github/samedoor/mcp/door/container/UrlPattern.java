/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

import java.util.Optional;

/**
 * A URL pattern of a filter, servlet or constraint (Servlet 6.0 section 12.2).
 *
 * @param text the pattern as it was registered
 */
public record UrlPattern(String text) {
    /** Returns whether this is a prefix pattern, {@code /*} among them. */
    public boolean isPrefix() {
        return text.endsWith("/*");
    }

    /** Returns whether this is an extension pattern. */
    public boolean isExtension() {
        return text.startsWith("*.");
    }

    /** Returns whether this is the pattern of the default servlet. */
    public boolean isDefault() {
        return text.equals("/");
    }

    /** Returns whether this is the bare asterisk that some containers take for every path and every named dispatch. */
    public boolean isAsterisk() {
        return text.equals("*");
    }

    /** Returns the path before the asterisk of a prefix pattern, without its slash. */
    public String prefix() {
        return text.substring(0, text.length() - 2);
    }

    /** Returns the extension with its dot, or empty where this is no extension pattern. */
    public Optional<String> extension() {
        return isExtension() ? Optional.of(text.substring(1)) : Optional.empty();
    }

    /**
     * Tells whether a filter with this pattern guards a path.
     *
     * <p>A filter on {@code /} guards the path {@code /} alone: unlike for servlets it is no catch-all.
     *
     * @param path a decoded path below the context path
     * @return whether the pattern matches
     */
    public boolean matchesFilterPath(String path) {
        if (isAsterisk()) {
            return true;
        }
        if (isPrefix()) {
            return matchesPrefix(path);
        }
        if (isExtension()) {
            return matchesExtension(path);
        }
        return text.isEmpty() ? path.equals("/") : text.equals(path);
    }

    /** Tells whether this prefix pattern matches a path. */
    public boolean matchesPrefix(String path) {
        int length = text.length() - 2;
        return path.regionMatches(0, text, 0, length) && (path.length() == length || path.charAt(length) == '/');
    }

    /** Tells whether this extension pattern matches the last segment of a path. */
    public boolean matchesExtension(String path) {
        int slash = path.lastIndexOf('/');
        return path.endsWith(text.substring(1))
                && path.lastIndexOf('.') == path.length() - text.length() + 1
                && path.lastIndexOf('.') > slash;
    }
}
