/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.mcp.wire.RawJson;
import io.github.samedoor.route.RouteAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A tool's result that its route has written itself, as {@code application/vnd.samedoor.tool-result+json}: an object with
 * {@code content}, and {@code structuredContent} and {@code isError} if it likes (MCP 2026-07-28, server/tools).
 */
final class ReadyResult {
    private static final String TYPE = "application/vnd.samedoor.tool-result+json";
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ReadyResult() {}

    /** Reads the result, or gives nothing if the answer isn't one: then it is JSON like any other. */
    static Optional<Result.ToolResult> of(RouteAnswer answer, AnswerBody.Json body) {
        if (answer.contentType()
                .flatMap(MediaType::parse)
                .filter(type -> type.name().equals(TYPE))
                .isEmpty()) {
            return Optional.empty();
        }
        JsonNode json = read(body.utf8());
        List<Content> blocks = new ArrayList<>();
        for (JsonNode block : json.path("content")) {
            if (!block.path("type").isTextual()) {
                return Optional.empty();
            }
            blocks.add(new Content.Ready(block));
        }
        Optional<RawJson> structured = json.path("structuredContent").isObject()
                ? Optional.of(
                        RawJson.of(json.path("structuredContent").toString().getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
        return json.path("content").isArray()
                ? Optional.of(new Result.ToolResult(
                        blocks, structured, json.path("isError").asBoolean(), OptionalInt.empty()))
                : Optional.empty();
    }

    private static JsonNode read(byte[] valid) {
        try {
            return MAPPER.readTree(valid);
        } catch (IOException e) {
            return MAPPER.missingNode();
        }
    }
}
