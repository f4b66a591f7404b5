/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.RpcError;
import java.util.Optional;

/** What a request asks for, whatever the revision calls it. */
public sealed interface Operation {
    /** Whether the server is alive. */
    record Ping() implements Operation {}

    /** Who the server is and what it can do. */
    record Describe() implements Operation {}

    /**
     * The list of tools.
     *
     * @param cursor where the page begins; empty for the first
     */
    record ListTools(Optional<String> cursor) implements Operation {}

    /**
     * A call of a tool.
     *
     * @param name the tool's name, as the client sent it
     * @param arguments its arguments; empty where none were sent
     */
    record CallTool(String name, ObjectNode arguments) implements Operation {}

    /**
     * Nothing that can be done: the request is wrong in itself.
     *
     * @param error what is wrong
     */
    record Wrong(RpcError error) implements Operation {}

    /**
     * Reads the parameters of {@code tools/list}.
     *
     * @param params the parameters
     * @return the operation
     */
    static Operation listTools(ObjectNode params) {
        JsonNode cursor = params.path("cursor");
        if (!cursor.isMissingNode() && !cursor.isTextual()) {
            return wrong("The parameter 'cursor' must be a string that an earlier page gave");
        }
        return new ListTools(Optional.ofNullable(cursor.textValue()));
    }

    /**
     * Reads the parameters of {@code tools/call}.
     *
     * @param params the parameters
     * @return the operation
     */
    static Operation callTool(ObjectNode params) {
        JsonNode name = params.path("name");
        JsonNode arguments = params.path("arguments");
        if (!name.isTextual()) {
            return wrong("The parameter 'name' must be the name of a tool");
        }
        if (arguments.isMissingNode()) {
            return new CallTool(name.textValue(), JsonNodeFactory.instance.objectNode());
        }
        return arguments instanceof ObjectNode object
                ? new CallTool(name.textValue(), object)
                : wrong("The parameter 'arguments' must be an object");
    }

    private static Operation wrong(String why) {
        return new Wrong(RpcError.of(Fault.INVALID_PARAMS, why));
    }
}
