/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Checks everything that one HTTP answer of the endpoint carries, in every test that gets one. */
final class SentMessages {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Set<String> REVISIONS = Set.of("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26");

    private SentMessages() {}

    static void check(HttpRequest request, byte[] asked, String answered) throws IOException {
        JsonNode question = read(asked);
        Map<JsonNode, String> methods = new HashMap<>();
        for (JsonNode part :
                question.isArray() ? question : MAPPER.createArrayNode().add(question)) {
            methods.put(part.path("id"), part.path("method").asText());
        }
        String header = request.headers().firstValue("MCP-Protocol-Version").orElse("2025-03-26");
        String declared = REVISIONS.contains(header) ? header : "2026-07-28";
        if (answered.startsWith("data: ") || answered.startsWith(":")) {
            for (String line : answered.split("\n", -1)) {
                if (line.startsWith("data: ")) {
                    check(declared, methods, MAPPER.readTree(line.substring(6)));
                }
            }
            return;
        }
        JsonNode answer = MAPPER.readTree(answered);
        for (JsonNode part :
                answer.isArray() ? answer : MAPPER.createArrayNode().add(answer)) {
            check(declared, methods, part);
        }
    }

    private static void check(String declared, Map<JsonNode, String> methods, JsonNode message) {
        if (message.has("method")) {
            SpecSchemas.checkNotification(declared, message);
            return;
        }
        String agreed = message.path("result").path("protocolVersion").asText(declared);
        SpecSchemas.check(agreed, methods.getOrDefault(message.path("id"), ""), message);
    }

    private static JsonNode read(byte[] json) throws IOException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }
}
