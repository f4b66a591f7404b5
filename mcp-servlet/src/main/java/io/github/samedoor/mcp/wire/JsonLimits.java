/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

/**
 * How much JSON one request may carry.
 *
 * @param bodyBytes the bytes of the body
 * @param depth the levels of nesting
 * @param keys the keys of one object
 * @param stringChars the characters of one string
 * @param numberChars the characters of one number
 * @param nameChars the characters of one key
 */
public record JsonLimits(int bodyBytes, int depth, int keys, int stringChars, int numberChars, int nameChars) {
    private static final JsonLimits DEFAULTS = new JsonLimits(1 << 20, 64, 1_000, 1 << 18, 100, 128);

    /**
     * Returns the limits that hold where nothing is configured.
     *
     * @return 1 MiB, 64 levels, 1,000 keys, strings of 256 Ki characters, numbers of 100, keys of 128
     */
    public static JsonLimits defaults() {
        return DEFAULTS;
    }
}
