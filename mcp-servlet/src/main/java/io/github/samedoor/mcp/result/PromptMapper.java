/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.route.RouteAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Turns what a route answered into the messages of a prompt. */
final class PromptMapper {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PromptMapper() {}

    /** Takes the {@code messages} of a JSON object as they are, and any other text as what the user says. */
    static Answer map(RouteAnswer answer, AnswerBody body, String description) {
        if (answer.status() < 200 || answer.status() >= 300 || answer.truncated()) {
            return Answer.failed(Fault.INVALID_PARAMS, RouteError.of(answer, body));
        }
        if (body instanceof AnswerBody.Json json) {
            JsonNode messages = read(json.utf8()).path("messages");
            return messages.isArray()
                    ? new Answer.Done(new Result.PromptMessages(description, messages))
                    : new Answer.Done(said(json.utf8(), description));
        }
        return body instanceof AnswerBody.Text text
                ? new Answer.Done(said(text.utf8(), description))
                : Answer.failed(Fault.INTERNAL, "The prompt's route answered no text");
    }

    private static Result said(byte[] utf8, String description) {
        ArrayNode messages = MAPPER.createArrayNode();
        messages.addObject()
                .put("role", "user")
                .putObject("content")
                .put("type", "text")
                .put("text", new String(utf8, StandardCharsets.UTF_8));
        return new Result.PromptMessages(description, messages);
    }

    private static JsonNode read(byte[] valid) {
        try {
            return MAPPER.readTree(valid);
        } catch (IOException e) {
            return MAPPER.missingNode();
        }
    }
}
