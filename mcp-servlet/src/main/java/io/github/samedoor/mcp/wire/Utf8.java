/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 (RFC 3629), checked: overlong forms and encoded surrogates aren't UTF-8. */
public final class Utf8 {
    private Utf8() {}

    /**
     * Tells whether bytes are well-formed UTF-8.
     *
     * @param bytes any bytes
     * @return whether every byte belongs to a well-formed sequence
     */
    public static boolean isValid(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return decodes(bytes);
            }
        }
        return true;
    }

    // A new decoder reports malformed input, where the constructor of String would replace it.
    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
