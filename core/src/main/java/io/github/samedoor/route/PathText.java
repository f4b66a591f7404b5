/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import java.text.Normalizer;

/**
 * The one rule for text that becomes part of a path: what two readers could understand differently is refused.
 *
 * <p>The rule speaks of decoded text. It never repairs: there is no normalised form that is accepted in place of a
 * refused one. Stateless and thread-safe.
 */
public final class PathText {
    private PathText() {}

    /**
     * Tells whether a decoded segment could leave its place in the path or be read in two ways.
     *
     * <p>That is: a dot segment; {@code / \ ; %}; a control, format or line-separating character; an unpaired
     * surrogate; or a text that NFKC normalisation turns into one of these. Empty text is not ambiguous by this rule.
     *
     * @param segment decoded text
     * @return whether it must be refused as a path segment
     */
    public static boolean isAmbiguous(String segment) {
        if (hasForbidden(segment)) {
            return true;
        }
        if (isAscii(segment)) {
            return false;
        }
        return hasForbidden(Normalizer.normalize(segment, Normalizer.Form.NFKC));
    }

    /**
     * Makes text safe to show in a message: every character outside printable ASCII becomes {@code \}{@code uXXXX}.
     *
     * @param text any text
     * @return at most 100 characters of it, escaped
     */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder();
        int end = Math.min(text.length(), 100);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7f) {
                out.append(c);
            } else {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        return end < text.length() ? out.append("...").toString() : out.toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean hasForbidden(String text) {
        return text.equals(".") || text.equals("..") || text.codePoints().anyMatch(PathText::isForbidden);
    }

    private static boolean isForbidden(int c) {
        return c == '/'
                || c == '\\'
                || c == ';'
                || c == '%'
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }
}
