/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/**
 * The id of a JSON-RPC request: a string or an integer, echoed as it came.
 *
 * @param value the JSON value
 */
public record RequestId(JsonNode value) {
    /**
     * Reads an id.
     *
     * @param node the value of the member {@code id}
     * @return the id, or empty if it is neither a string nor an integer
     */
    public static Optional<RequestId> of(JsonNode node) {
        return node.isTextual() || node.isIntegralNumber() ? Optional.of(new RequestId(node)) : Optional.empty();
    }

    /**
     * Writes the id as a JSON value.
     *
     * @param json where to
     * @throws IOException if writing fails
     */
    public void write(JsonGenerator json) throws IOException {
        if (value.isTextual()) {
            json.writeString(value.textValue());
        } else if (value.canConvertToLong()) {
            json.writeNumber(value.longValue());
        } else {
            json.writeNumber(value.bigIntegerValue());
        }
    }
}
