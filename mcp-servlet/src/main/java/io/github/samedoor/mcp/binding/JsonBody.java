/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.samedoor.route.RouteBody;

/**
 * Writes the JSON body of a call.
 *
 * <p>Everything outside ASCII is written as an escape. Some containers read a body whose type names no charset as ISO
 * 8859-1; in ASCII the route reads the same text either way, and the type stays the plain {@code application/json} that
 * routes compare with.
 */
final class JsonBody {
    private static final String TYPE = "application/json";
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writerFor(JsonNode.class);

    private JsonBody() {}

    static RouteBody of(JsonNode json) {
        try {
            return new RouteBody(TYPE, WRITER.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written", e);
        }
    }
}
