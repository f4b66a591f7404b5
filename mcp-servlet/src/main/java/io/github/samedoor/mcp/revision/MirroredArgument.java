/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An argument that clients repeat in a header, because its schema says {@code x-mcp-header}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param path the names that lead to it through nested objects
 * @param header the header's whole name, such as {@code Mcp-Param-Region}
 */
public record MirroredArgument(List<String> path, String header) {
    /** Keeps a copy of the path. */
    public MirroredArgument {
        path = List.copyOf(path);
    }

    /** Tells whether the header says what the arguments say. */
    boolean agrees(JsonNode arguments, Headers headers) {
        JsonNode value = arguments;
        for (String name : path) {
            value = value.path(name);
        }
        List<String> values = headers.all(header);
        if (value.isMissingNode() || value.isNull()) {
            return values.isEmpty();
        }
        if (values.size() != 1) {
            return false;
        }
        Optional<String> sent = HeaderValue.decode(values.get(0));
        return sent.isPresent() && same(value, sent.get());
    }

    private static boolean same(JsonNode value, String sent) {
        if (value.isTextual()) {
            return value.textValue().equals(sent);
        }
        if (value.isBoolean()) {
            return Boolean.toString(value.booleanValue()).equals(sent);
        }
        return value.isNumber() && sent.length() <= 32 && sameNumber(value.decimalValue(), sent);
    }

    // The specification: 42.0 and 42 are equal.
    private static boolean sameNumber(BigDecimal value, String sent) {
        try {
            return value.compareTo(new BigDecimal(sent)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
