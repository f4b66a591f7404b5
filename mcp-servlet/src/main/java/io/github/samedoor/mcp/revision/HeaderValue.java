/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import io.github.samedoor.mcp.wire.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Decodes header values that may carry any text (MCP 2026-07-28, transports, Value Encoding). */
final class HeaderValue {
    private static final String PREFIX = "=?base64?";
    private static final String SUFFIX = "?=";

    private HeaderValue() {}

    /** Decodes a value, or gives nothing if it can't be the encoding of any text. */
    static Optional<String> decode(String value) {
        String trimmed = trim(value);
        if (!isVisible(trimmed)) {
            return Optional.empty();
        }
        int inner = trimmed.length() - PREFIX.length() - SUFFIX.length();
        if (inner < 0 || !trimmed.startsWith(PREFIX) || !trimmed.endsWith(SUFFIX)) {
            return Optional.of(trimmed);
        }
        return base64(trimmed.substring(PREFIX.length(), PREFIX.length() + inner));
    }

    // A text has one encoding. Java's decoder takes others too: without the padding (RFC 4648 section 3.2), or with
    // bits
    // that another decoder refuses (section 3.5).
    private static Optional<String> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            boolean canonical = Base64.getEncoder().encodeToString(bytes).equals(text);
            return canonical && Utf8.isValid(bytes)
                    ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isVisible(String value) {
        return value.chars().allMatch(c -> (c >= 0x20 && c < 0x7f) || c == '\t');
    }

    // Optional white space of RFC 9110 section 5.6.3, and nothing else.
    private static String trim(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isSpace(value.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
