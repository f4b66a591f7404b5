/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.samedoor.mcp.wire.JsonText;
import io.github.samedoor.mcp.wire.RequestId;
import io.github.samedoor.mcp.wire.RpcError;
import java.io.IOException;
import java.util.Optional;

/** Writes JSON-RPC 2.0 responses. */
final class Responses {
    private Responses() {}

    /** Writes a response with a result, whose members the writing adds. */
    static byte[] result(int expectedBytes, RequestId id, JsonText.Writing members) {
        return JsonText.write(expectedBytes, json -> {
            json.writeStartObject();
            json.writeStringField("jsonrpc", "2.0");
            writeId(json, id);
            json.writeObjectFieldStart("result");
            members.to(json);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    /** Writes a response with an error. An id that couldn't be read is left out. */
    static byte[] error(Optional<RequestId> id, int code, RpcError error) {
        return JsonText.write(256, json -> {
            json.writeStartObject();
            json.writeStringField("jsonrpc", "2.0");
            if (id.isPresent()) {
                writeId(json, id.get());
            }
            json.writeObjectFieldStart("error");
            json.writeNumberField("code", code);
            json.writeStringField("message", error.message());
            if (error.data().isPresent()) {
                json.writeFieldName("data");
                json.writeTree(error.data().get());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void writeId(JsonGenerator json, RequestId id) throws IOException {
        json.writeFieldName("id");
        id.write(json);
    }
}
