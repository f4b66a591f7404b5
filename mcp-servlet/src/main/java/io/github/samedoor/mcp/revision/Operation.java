/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.RpcError;
import java.util.Optional;
import java.util.function.Predicate;

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
     * @param client what the client says about itself and its wishes
     */
    record CallTool(String name, ObjectNode arguments, ClientContext client) implements Operation {}

    /** That log messages of a level are sent. */
    record SetLogLevel() implements Operation {}

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
     * @param client what the client says about itself
     * @return the operation
     */
    static Operation callTool(ObjectNode params, ClientContext client) {
        JsonNode name = params.path("name");
        JsonNode arguments = params.path("arguments");
        if (!name.isTextual()) {
            return wrong("The parameter 'name' must be the name of a tool");
        }
        if (!isAbsentOr(params.path("inputResponses"), JsonNode::isObject)
                || !isAbsentOr(params.path("requestState"), JsonNode::isTextual)) {
            return wrong("The parameter 'inputResponses' must be an object, and 'requestState' a string");
        }
        if (arguments.isMissingNode()) {
            return new CallTool(name.textValue(), JsonNodeFactory.instance.objectNode(), client);
        }
        return arguments instanceof ObjectNode object
                ? new CallTool(name.textValue(), object, client)
                : wrong("The parameter 'arguments' must be an object");
    }

    /**
     * Reads the parameters of {@code logging/setLevel}.
     *
     * @param params the parameters
     * @return the operation
     */
    static Operation setLogLevel(ObjectNode params) {
        return RequestMeta.isLogLevel(params.path("level"))
                ? new SetLogLevel()
                : wrong("The parameter 'level' must be a level of RFC 5424, such as \"info\"");
    }

    private static boolean isAbsentOr(JsonNode node, Predicate<JsonNode> form) {
        return node.isMissingNode() || form.test(node);
    }

    private static Operation wrong(String why) {
        return new Wrong(RpcError.of(Fault.INVALID_PARAMS, why));
    }
}
