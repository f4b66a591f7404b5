/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.credential;

/** The characters a credential may have: {@code token68} of RFC 9110 section 11.2, the b64token of RFC 6750. */
final class Token68 {
    private Token68() {}

    /** Tells whether the text is one or more token68 characters followed by any number of {@code =}. */
    static boolean matches(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (!isToken68(text.charAt(i))) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isToken68(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~'
                || c == '+'
                || c == '/';
    }
}
