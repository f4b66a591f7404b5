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
    private static final int SHOWN = 100;

    private PathText() {}

    /**
     * Tells whether a decoded segment could leave its place in the path or be read in two ways.
     *
     * <p>That is: a segment of nothing but dots and spaces; {@code / \ ; %}; a control, format or line-separating
     * character; an unpaired surrogate; or a text that NFKC normalisation turns into one of these. Empty text is not
     * ambiguous by this rule. {@code ?} and {@code #} are ordinary text: they are percent-encoded.
     *
     * @param segment decoded text
     * @return whether it must be refused as a path segment
     */
    public static boolean isAmbiguous(String segment) {
        if (hasForbidden(segment)) {
            return true;
        }
        return !isAscii(segment) && hasForbidden(Normalizer.normalize(segment, Normalizer.Form.NFKC));
    }

    /**
     * Tells whether a decoded segment names a directory that no container serves: {@code WEB-INF} or {@code META-INF}.
     *
     * <p>Compared under NFKC, without regard to case, trailing dots and spaces, or what follows a colon, since file
     * systems differ in these.
     *
     * @param segment decoded text
     * @return whether it must be refused as a path segment
     */
    public static boolean isPrivateDirectory(String segment) {
        if (segment.length() < "WEB-INF".length()) {
            return false;
        }
        String name = isAscii(segment) ? segment : Normalizer.normalize(segment, Normalizer.Form.NFKC);
        int colon = name.indexOf(':');
        int end = colon < 0 ? name.length() : colon;
        while (end > 0 && isDotOrSpace(name.charAt(end - 1))) {
            end--;
        }
        String stem = name.substring(0, end);
        return stem.equalsIgnoreCase("WEB-INF") || stem.equalsIgnoreCase("META-INF");
    }

    /**
     * Makes text safe to show in a message: every character outside printable ASCII becomes {@code \}{@code uXXXX}.
     *
     * @param text any text
     * @return at most 100 characters of it, escaped
     */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder();
        int end = Math.min(text.length(), SHOWN);
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
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasForbidden(String text) {
        boolean named = text.isEmpty();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isForbidden(c)) {
                return true;
            }
            named |= !isDotOrSpace(c);
            i += Character.charCount(c);
        }
        return !named;
    }

    private static boolean isDotOrSpace(int c) {
        return c == '.' || c == ' ';
    }

    private static boolean isForbidden(int c) {
        return switch (c) {
            case '/', '\\', ';', '%' -> true;
            default ->
                switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
        };
    }
}
