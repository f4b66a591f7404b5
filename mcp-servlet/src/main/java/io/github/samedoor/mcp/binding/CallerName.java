/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

/** A name that the caller made up: shown in a message only if it is short and plain. */
final class CallerName {
    private static final int LONGEST = 64;

    private CallerName() {}

    static String shown(String name) {
        return !name.isEmpty() && name.length() <= LONGEST && name.chars().allMatch(CallerName::isPlain)
                ? "'" + name + "'"
                : "with characters other than letters, digits, '_', '.' and '-' in its name";
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '-';
    }
}
