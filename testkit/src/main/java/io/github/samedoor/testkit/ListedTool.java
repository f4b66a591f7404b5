/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tool, as {@code GET <mcp>/tools} lists it.
 *
 * @param routeName its name for {@code /invoke}
 * @param mcpName its name over MCP
 * @param method the method of its route
 * @param path the path of its route, with parameters in braces
 * @param places where each argument goes, by name
 * @param schema the schema of its arguments
 */
record ListedTool(String routeName, String mcpName, String method, String path, JsonNode places, JsonNode schema) {
    static ListedTool of(JsonNode listed) {
        return new ListedTool(
                listed.path("name").asText(),
                listed.path("mcpName").asText(),
                listed.path("method").asText(),
                listed.path("path").asText(),
                listed.path("places"),
                listed.path("inputSchema"));
    }

    /** Tells whether a call changes nothing (RFC 9110 section 9.2.1). */
    boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Makes the direct call of the route. */
    Call direct(ObjectNode arguments) {
        String filled = path;
        List<String> query = new ArrayList<>();
        List<String> headers = new ArrayList<>(List.of("Accept", "application/json, */*;q=0.8"));
        Optional<JsonNode> body =
                hasObjectBody() ? Optional.of(JsonNodeFactory.instance.objectNode()) : Optional.empty();
        for (var argument : arguments.properties()) {
            String name = argument.getKey();
            JsonNode value = argument.getValue();
            switch (places.path(name).asText()) {
                case "path" -> filled = filled.replace('{' + name + '}', encoded(value.asText()));
                case "header" -> headers.addAll(List.of(name, value.asText()));
                case "body" -> body.ifPresent(object -> ((ObjectNode) object).set(name, value));
                case "whole-body" -> body = Optional.of(value);
                default -> addQuery(query, name, value);
            }
        }
        if (body.isPresent()) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        String target = filled + (query.isEmpty() ? "" : '?' + String.join("&", query));
        return new Call(method, target, headers, body.map(JsonNode::toString));
    }

    private boolean hasObjectBody() {
        for (JsonNode place : places) {
            if (place.asText().equals("body")) {
                return true;
            }
        }
        return false;
    }

    private static void addQuery(List<String> query, String name, JsonNode value) {
        Iterable<JsonNode> values = value.isArray() ? value : List.of(value);
        for (JsonNode one : values) {
            query.add(encoded(name) + '=' + encoded(one.asText()));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
