/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.change.Change;
import io.github.samedoor.mcp.change.Interest;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.RpcError;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the parameters of methods, which look the same in all revisions that have them. */
final class Parameters {
    private static final int MOST_URIS = 50;
    private static final String ROUNDS =
            "The parameter 'inputResponses' must be an object, and 'requestState' a string";

    private Parameters() {}

    /** Reads the parameters of {@code tools/list}. */
    static Operation listTools(ObjectNode params) {
        JsonNode cursor = params.path("cursor");
        if (!cursor.isMissingNode() && !cursor.isTextual()) {
            return wrong("The parameter 'cursor' must be a string that an earlier page gave");
        }
        return new Operation.ListTools(Optional.ofNullable(cursor.textValue()));
    }

    /** Reads the parameters of {@code tools/call}. */
    static Operation callTool(ObjectNode params, ClientContext client) {
        JsonNode name = params.path("name");
        JsonNode arguments = params.path("arguments");
        if (!name.isTextual()) {
            return wrong("The parameter 'name' must be the name of a tool");
        }
        if (!hasRounds(params)) {
            return wrong(ROUNDS);
        }
        if (arguments.isMissingNode()) {
            return new Operation.CallTool(name.textValue(), JsonNodeFactory.instance.objectNode(), client);
        }
        return arguments instanceof ObjectNode object
                ? new Operation.CallTool(name.textValue(), object, client)
                : wrong("The parameter 'arguments' must be an object");
    }

    /** Reads the parameters of a method that lists. */
    static Operation list(Operation.Kind kind, ObjectNode params) {
        Operation read = listTools(params);
        return read instanceof Operation.ListTools list ? new Operation.ListFeatures(kind, list.cursor()) : read;
    }

    /** Reads the parameters of {@code resources/read}. */
    static Operation readResource(ObjectNode params, ClientContext client) {
        if (!hasRounds(params)) {
            return wrong(ROUNDS);
        }
        return params.path("uri").isTextual()
                ? new Operation.ReadResource(params.path("uri").textValue(), client)
                : wrong("The parameter 'uri' must be the URI of a resource");
    }

    /** Reads the parameters of {@code prompts/get}. */
    static Operation getPrompt(ObjectNode params, ClientContext client) {
        JsonNode arguments = params.path("arguments");
        if (!params.path("name").isTextual()) {
            return wrong("The parameter 'name' must be the name of a prompt");
        }
        if (!hasRounds(params)) {
            return wrong(ROUNDS);
        }
        for (JsonNode argument : arguments) {
            if (!argument.isTextual()) {
                return wrong("The arguments of a prompt must be strings");
            }
        }
        if (arguments.isMissingNode()) {
            return new Operation.GetPrompt(
                    params.path("name").textValue(), JsonNodeFactory.instance.objectNode(), client);
        }
        return arguments instanceof ObjectNode object
                ? new Operation.GetPrompt(params.path("name").textValue(), object, client)
                : wrong("The parameter 'arguments' must be an object");
    }

    /** Reads the parameters of {@code completion/complete}. */
    static Operation complete(ObjectNode params) {
        boolean prompt = params.path("ref").path("type").asText().equals("ref/prompt");
        JsonNode owner = params.path("ref").path(prompt ? "name" : "uri");
        JsonNode argument = params.path("argument");
        boolean known = prompt || params.path("ref").path("type").asText().equals("ref/resource");
        return known
                        && owner.isTextual()
                        && argument.path("name").isTextual()
                        && argument.path("value").isTextual()
                ? new Operation.Complete(
                        prompt,
                        owner.textValue(),
                        argument.path("name").textValue(),
                        argument.path("value").textValue())
                : wrong(
                        "The parameters must be a 'ref' to a prompt or a resource, and an 'argument' with name and value");
    }

    /** Reads the parameters of {@code logging/setLevel}. */
    static Operation setLogLevel(ObjectNode params, Optional<LegacySession> session) {
        return RequestMeta.isLogLevel(params.path("level"))
                ? new Operation.SetLogLevel(params.path("level").textValue(), session)
                : wrong("The parameter 'level' must be a level of RFC 5424, such as \"info\"");
    }

    /** Reads the parameters of {@code resources/subscribe} and {@code resources/unsubscribe}. */
    static Operation subscribe(ObjectNode params, boolean on, Optional<LegacySession> session) {
        return params.path("uri").isTextual()
                ? new Operation.Subscribe(params.path("uri").textValue(), on, session)
                : wrong("The parameter 'uri' must be the URI of a resource");
    }

    /** Reads the parameters of {@code subscriptions/listen}. */
    static Operation listen(Message.Request request) {
        JsonNode filter = request.params().path("notifications");
        JsonNode uris = filter.path("resourceSubscriptions");
        if (!filter.isObject() || !isAbsentOr(uris, JsonNode::isArray) || uris.size() > MOST_URIS) {
            return wrong("The parameter 'notifications' must be an object, its 'resourceSubscriptions' at most "
                    + MOST_URIS + " URIs");
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (JsonNode uri : uris) {
            if (!uri.isTextual()) {
                return wrong("The 'resourceSubscriptions' must be URIs");
            }
            wanted.add(uri.textValue());
        }
        Set<Change.Listed> lists = EnumSet.noneOf(Change.Listed.class);
        for (Change.Listed list : Change.Listed.values()) {
            JsonNode flag = filter.path(ChangeWords.filterName(list));
            if (!isAbsentOr(flag, JsonNode::isBoolean)) {
                return wrong("The parameter '" + ChangeWords.filterName(list) + "' must be true or false");
            }
            if (flag.asBoolean()) {
                lists.add(list);
            }
        }
        return new Operation.Listen(request.id(), new Interest(lists, wanted));
    }

    private static boolean hasRounds(ObjectNode params) {
        return isAbsentOr(params.path("inputResponses"), JsonNode::isObject)
                && isAbsentOr(params.path("requestState"), JsonNode::isTextual);
    }

    private static boolean isAbsentOr(JsonNode node, Predicate<JsonNode> form) {
        return node.isMissingNode() || form.test(node);
    }

    private static Operation wrong(String why) {
        return new Operation.Wrong(RpcError.of(Fault.INVALID_PARAMS, why));
    }
}
