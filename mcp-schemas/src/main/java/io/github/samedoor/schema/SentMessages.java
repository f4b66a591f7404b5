/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks everything that one HTTP answer of an MCP endpoint carries against the schema of the revision that is spoken.
 *
 * <p>Immutable and thread-safe.
 */
public final class SentMessages {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MODERN = "2026-07-28";
    private static final Set<String> REVISIONS = Set.of(MODERN, "2025-11-25", "2025-06-18", "2025-03-26");

    private final String declared;
    private final Map<JsonNode, String> methods;

    private SentMessages(String declared, Map<JsonNode, String> methods) {
        this.declared = declared;
        this.methods = methods;
    }

    /**
     * Takes the question whose answers are to be checked.
     *
     * @param revision what the header {@code MCP-Protocol-Version} said, if it was there
     * @param asked the body of the request; it may be anything
     * @return the check of what it is answered
     */
    public static SentMessages answering(Optional<String> revision, byte[] asked) {
        String declared = revision.orElse("2025-03-26");
        return new SentMessages(REVISIONS.contains(declared) ? declared : MODERN, methods(asked));
    }

    /**
     * Checks a body of the type {@code application/json}: one message, or the parts of a batch.
     *
     * @param body the body
     * @throws AssertionError if a message isn't valid
     */
    public void checkJson(String body) {
        JsonNode answer = read(body);
        (answer.isArray() ? answer : MAPPER.createArrayNode().add(answer)).forEach(this::check);
    }

    /**
     * Checks a body of the type {@code text/event-stream}.
     *
     * @param body the body, as far as it has come
     * @throws AssertionError if a message isn't valid
     */
    public void checkEvents(String body) {
        data(body).forEach(event -> check(read(event)));
    }

    /** Lists the data of all events; an event without data only says where the stream is. */
    private static List<String> data(String body) {
        List<String> found = new ArrayList<>();
        for (String event : body.split("\r?\n\r?\n", -1)) {
            StringBuilder data = new StringBuilder();
            event.lines()
                    .filter(line -> line.startsWith("data:"))
                    .forEach(line -> data.append(line.substring(5).stripLeading()));
            if (data.length() > 0) {
                found.add(data.toString());
            }
        }
        return found;
    }

    private void check(JsonNode message) {
        if (message.has("method") && message.has("id")) {
            SpecSchemas.checkRequest(declared, message);
        } else if (message.has("method")) {
            SpecSchemas.checkNotification(declared, message);
        } else {
            String agreed = message.path("result").path("protocolVersion").asText(declared);
            SpecSchemas.checkResponse(agreed, methods.getOrDefault(message.path("id"), ""), message);
        }
    }

    private static Map<JsonNode, String> methods(byte[] asked) {
        Map<JsonNode, String> methods = new HashMap<>();
        JsonNode question = readOrNothing(asked);
        (question.isArray() ? question : MAPPER.createArrayNode().add(question))
                .forEach(
                        part -> methods.put(part.path("id"), part.path("method").asText()));
        return methods;
    }

    // Tests ask with anything. What isn't JSON asks for no result.
    private static JsonNode readOrNothing(byte[] asked) {
        try {
            return MAPPER.readTree(asked);
        } catch (java.io.IOException e) {
            return MAPPER.missingNode();
        }
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("An MCP answer isn't JSON: " + json, e);
        }
    }
}
