/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.wire.HttpReply;
import io.github.samedoor.mcp.wire.JsonText;

/** Says what is wrong with an HTTP request, where there is no message to answer. */
final class Problem {
    private Problem() {}

    /** Makes a reply that reads as a JSON-RPC error without an id and as an answer of {@code /invoke} alike. */
    static HttpReply of(int status, String message) {
        return HttpReply.json(status, JsonText.write(128, json -> {
            json.writeStartObject();
            json.writeStringField("jsonrpc", "2.0");
            json.writeObjectFieldStart("error");
            json.writeNumberField("code", status);
            json.writeStringField("message", message);
            json.writeEndObject();
            json.writeEndObject();
        }));
    }
}
