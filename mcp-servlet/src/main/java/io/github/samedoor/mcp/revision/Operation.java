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

    /** The lists beside that of the tools. */
    enum Kind {
        /** Resources with a URI of their own. */
        RESOURCES,
        /** Templates of resources. */
        TEMPLATES,
        /** Prompts. */
        PROMPTS
    }

    /**
     * A list of features.
     *
     * @param kind which one
     * @param cursor where the page begins; empty for the first
     */
    record ListFeatures(Kind kind, Optional<String> cursor) implements Operation {}

    /**
     * What a resource holds.
     *
     * @param uri its URI, as the client sent it
     * @param client what the client says about itself
     */
    record ReadResource(String uri, ClientContext client) implements Operation {}

    /**
     * The messages of a prompt.
     *
     * @param name the prompt's name, as the client sent it
     * @param arguments its arguments, all of them texts
     * @param client what the client says about itself
     */
    record GetPrompt(String name, ObjectNode arguments, ClientContext client) implements Operation {}

    /**
     * What an argument can be completed to.
     *
     * @param prompt whether it is an argument of a prompt, rather than a variable of a template
     * @param owner the prompt's name or the template's URI
     * @param argument its name
     * @param value its beginning
     */
    record Complete(boolean prompt, String owner, String argument, String value) implements Operation {}

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
     * Reads the parameters of a method that lists.
     *
     * @param kind which list
     * @param params the parameters
     * @return the operation
     */
    static Operation list(Kind kind, ObjectNode params) {
        Operation read = listTools(params);
        return read instanceof ListTools list ? new ListFeatures(kind, list.cursor()) : read;
    }

    /**
     * Reads the parameters of {@code resources/read}.
     *
     * @param params the parameters
     * @param client what the client says about itself
     * @return the operation
     */
    static Operation readResource(ObjectNode params, ClientContext client) {
        return params.path("uri").isTextual()
                ? new ReadResource(params.path("uri").textValue(), client)
                : wrong("The parameter 'uri' must be the URI of a resource");
    }

    /**
     * Reads the parameters of {@code prompts/get}.
     *
     * @param params the parameters
     * @param client what the client says about itself
     * @return the operation
     */
    static Operation getPrompt(ObjectNode params, ClientContext client) {
        JsonNode arguments = params.path("arguments");
        if (!params.path("name").isTextual()) {
            return wrong("The parameter 'name' must be the name of a prompt");
        }
        for (JsonNode argument : arguments) {
            if (!argument.isTextual()) {
                return wrong("The arguments of a prompt must be strings");
            }
        }
        if (arguments.isMissingNode()) {
            return new GetPrompt(params.path("name").textValue(), JsonNodeFactory.instance.objectNode(), client);
        }
        return arguments instanceof ObjectNode object
                ? new GetPrompt(params.path("name").textValue(), object, client)
                : wrong("The parameter 'arguments' must be an object");
    }

    /**
     * Reads the parameters of {@code completion/complete}.
     *
     * @param params the parameters
     * @return the operation
     */
    static Operation complete(ObjectNode params) {
        boolean prompt = params.path("ref").path("type").asText().equals("ref/prompt");
        JsonNode owner = params.path("ref").path(prompt ? "name" : "uri");
        JsonNode argument = params.path("argument");
        boolean known = prompt || params.path("ref").path("type").asText().equals("ref/resource");
        return known
                        && owner.isTextual()
                        && argument.path("name").isTextual()
                        && argument.path("value").isTextual()
                ? new Complete(
                        prompt,
                        owner.textValue(),
                        argument.path("name").textValue(),
                        argument.path("value").textValue())
                : wrong(
                        "The parameters must be a 'ref' to a prompt or a resource, and an 'argument' with name and value");
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
