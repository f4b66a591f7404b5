/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds what the endpoint sends against the schema of its revision. */
final class SpecSchemas {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();
    private static final Map<String, String> RESULTS = Map.ofEntries(
            Map.entry("server/discover", "DiscoverResult"),
            Map.entry("initialize", "InitializeResult"),
            Map.entry("ping", "EmptyResult"),
            Map.entry("logging/setLevel", "EmptyResult"),
            Map.entry("tools/list", "ListToolsResult"),
            Map.entry("tools/call", "CallToolResult"),
            Map.entry("resources/list", "ListResourcesResult"),
            Map.entry("resources/templates/list", "ListResourceTemplatesResult"),
            Map.entry("resources/read", "ReadResourceResult"),
            Map.entry("prompts/list", "ListPromptsResult"),
            Map.entry("prompts/get", "GetPromptResult"),
            Map.entry("resources/subscribe", "EmptyResult"),
            Map.entry("resources/unsubscribe", "EmptyResult"),
            Map.entry("subscriptions/listen", "SubscriptionsListenResult"),
            Map.entry("completion/complete", "CompleteResult"));
    private static final Map<Integer, String> MODERN_ERRORS = Map.of(
            -32700, "ParseError",
            -32600, "InvalidRequestError",
            -32601, "MethodNotFoundError",
            -32602, "InvalidParamsError",
            -32603, "InternalError",
            -32020, "HeaderMismatchError",
            -32021, "MissingRequiredClientCapabilityError",
            -32022, "UnsupportedProtocolVersionError");

    private SpecSchemas() {}

    /** Fails unless a response is valid for its revision and, if it has a result, for its method. */
    static void checkResponse(String revision, String method, JsonNode response) {
        if (response.has("error")) {
            checkError(revision, response);
            return;
        }
        String envelope = revision.compareTo("2025-11-25") < 0 ? "JSONRPCResponse" : "JSONRPCResultResponse";
        check(revision, envelope, method, response);
        JsonNode result = response.path("result");
        boolean asks = result.path("resultType").asText().equals("input_required");
        String type = asks ? "InputRequiredResult" : RESULTS.get(method);
        if (type == null) {
            throw new AssertionError("No schema is known for the result of " + method);
        }
        check(revision, type, method, result);
    }

    /** Fails unless a notification is valid for its revision. */
    static void checkNotification(String revision, JsonNode notification) {
        check(revision, "JSONRPCNotification", "notification", notification);
        check(revision, "ServerNotification", "notification", notification);
    }

    /** Fails unless a request to the client is valid for its revision; MCP 2026-07-28 has none. */
    static void checkRequest(String revision, JsonNode request) {
        check(revision, "JSONRPCRequest", "request", request);
        check(revision, "ServerRequest", "request", request);
    }

    // Earlier schemas demand an id, which an unreadable message can't have; the last one says so.
    private static void checkError(String revision, JsonNode response) {
        if (revision.equals("2026-07-28") || !response.has("id")) {
            check("2026-07-28", "JSONRPCErrorResponse", "error", response);
            String own = MODERN_ERRORS.get(response.path("error").path("code").asInt());
            if (own != null) {
                boolean whole = response.path("error").path("code").asInt() <= -32020
                        && response.path("error").path("code").asInt() > -32100;
                check("2026-07-28", own, "error", whole ? response : response.path("error"));
            }
            return;
        }
        String type = revision.equals("2025-11-25") ? "JSONRPCErrorResponse" : "JSONRPCError";
        check(revision, type, "error", response);
    }

    private static void check(String revision, String type, String what, JsonNode value) {
        List<com.networknt.schema.Error> errors = COMPILED.computeIfAbsent(
                        revision + '#' + type, key -> compile(revision, type))
                .validate(value);
        if (!errors.isEmpty()) {
            throw new AssertionError(
                    "The " + what + " isn't a " + type + " of " + revision + ": " + errors + " in " + value);
        }
    }

    private static Schema compile(String revision, String type) {
        try (InputStream in = SpecSchemas.class.getResourceAsStream(revision + ".schema.json")) {
            ObjectNode root = (ObjectNode) MAPPER.readTree(in);
            String definitions = root.has("$defs") ? "$defs" : "definitions";
            if (!root.path(definitions).has(type)) {
                throw new AssertionError(revision + " has no " + type);
            }
            root.put("$ref", "#/" + definitions + '/' + type);
            return SchemaRegistry.withDefaultDialect(
                            root.has("$defs") ? SpecificationVersion.DRAFT_2020_12 : SpecificationVersion.DRAFT_7)
                    .getSchema(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
