/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.JsonBody;

/** What a body of {@code POST /invoke} asks for: {@code {"toolName","args"}}. */
sealed interface InvokeRequest {
    /**
     * A call of a tool.
     *
     * @param toolName the route name, as the client sent it
     * @param arguments the arguments; empty where none were sent
     */
    record Call(String toolName, ObjectNode arguments) implements InvokeRequest {}

    /**
     * Nothing that can be done.
     *
     * @param status the HTTP status
     * @param message what is wrong
     */
    record Wrong(int status, String message) implements InvokeRequest {}

    /** Reads the body. */
    static InvokeRequest of(JsonBody body) {
        if (body instanceof JsonBody.Rejected rejected) {
            return new Wrong(status(rejected.error().fault()), rejected.error().message());
        }
        JsonNode json = ((JsonBody.Value) body).json();
        if (!json.path("toolName").isTextual()) {
            return new Wrong(400, "Send {\"toolName\": \"GET_/path\", \"args\": {}}: the toolName is missing");
        }
        String name = json.path("toolName").textValue();
        if (!json.has("args")) {
            return new Call(name, JsonNodeFactory.instance.objectNode());
        }
        return json.get("args") instanceof ObjectNode arguments
                ? new Call(name, arguments)
                : new Wrong(400, "The member 'args' must be an object");
    }

    private static int status(Fault fault) {
        return switch (fault) {
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA -> 415;
            default -> 400;
        };
    }
}
