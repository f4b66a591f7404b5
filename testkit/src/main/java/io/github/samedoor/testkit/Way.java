/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A way to call a tool, and how its answer is read. */
enum Way {
    /** Plain JSON, which answers with the route's own status. */
    INVOKE("by /invoke") {
        @Override
        Call call(String mcpPath, ListedTool tool, ObjectNode arguments) {
            ObjectNode body = NODES.objectNode().put("toolName", tool.routeName());
            body.set("args", arguments);
            return Call.post(mcpPath + "/invoke", body.toString());
        }

        @Override
        Outcome read(HttpResponse<byte[]> answer) {
            Optional<JsonNode> envelope = Json.parse(answer.body()).filter(json -> json.has("ok"));
            Optional<JsonNode> body = envelope.map(json -> json.path("result"))
                    .filter(result -> !result.isMissingNode())
                    .map(result -> result.has("base64") ? result.get("base64") : result);
            return new Outcome(answer.statusCode(), body, Outcome.challenges(answer));
        }
    },
    /** MCP, in which only 401 and 403 are statuses of HTTP. */
    MCP("over MCP") {
        @Override
        Call call(String mcpPath, ListedTool tool, ObjectNode arguments) {
            ObjectNode message = NODES.objectNode().put("jsonrpc", "2.0").put("id", 1);
            message.put("method", "tools/call");
            message.putObject("params").put("name", tool.mcpName()).set("arguments", arguments);
            return Call.post(
                    mcpPath,
                    message.toString(),
                    "Accept",
                    "application/json, text/event-stream",
                    "MCP-Protocol-Version",
                    "2025-11-25");
        }

        @Override
        Outcome read(HttpResponse<byte[]> answer) {
            JsonNode result =
                    Json.parse(lastMessage(answer)).orElseGet(Json::nothing).path("result");
            if (answer.statusCode() != 200 || result.isMissingNode()) {
                // A JSON-RPC error with status 200 stands for no status of a route.
                int status = answer.statusCode() == 200 ? 0 : answer.statusCode();
                return new Outcome(status, Optional.empty(), Outcome.challenges(answer));
            }
            int ok = result.path("isError").asBoolean() ? 0 : 200;
            int status = result.path("_meta").path("io.github.samedoor/status").asInt(ok);
            return new Outcome(status, Optional.of(body(result.path("content").path(0))), Outcome.challenges(answer));
        }
    };

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NO_BODY = "Done: the route answered without a body";

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** Makes the call of a tool. */
    abstract Call call(String mcpPath, ListedTool tool, ObjectNode arguments);

    /** Reads what the tool's route answered. */
    abstract Outcome read(HttpResponse<byte[]> answer);

    @Override
    public String toString() {
        return words;
    }

    private static JsonNode body(JsonNode content) {
        if (content.has("data")) {
            return content.get("data");
        }
        if (content.path("resource").has("blob")) {
            return content.path("resource").get("blob");
        }
        String text = content.path("text").asText();
        if (text.equals(NO_BODY)) {
            return Outcome.NO_BODY;
        }
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).orElseGet(() -> Outcome.text(text));
    }

    /** Takes the last event where the answer is a stream of events. */
    private static byte[] lastMessage(HttpResponse<byte[]> answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        int event = text.lastIndexOf("data: ");
        boolean stream = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        return stream && event >= 0 ? text.substring(event + 6).trim().getBytes(StandardCharsets.UTF_8) : answer.body();
    }
}
