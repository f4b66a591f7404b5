/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** Reads JSON. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Json() {}

    /** Reads one value, or nothing where the bytes aren't exactly that. */
    static Optional<JsonNode> parse(byte[] utf8) {
        try {
            return Optional.ofNullable(MAPPER.readTree(utf8)).filter(node -> !node.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads the arguments that a test gave. */
    static ObjectNode arguments(String tool, String json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The arguments of " + tool + " aren't JSON: " + json, e);
        }
        throw new IllegalArgumentException("The arguments of " + tool + " aren't a JSON object: " + json);
    }

    static JsonNode nothing() {
        return MissingNode.getInstance();
    }
}
