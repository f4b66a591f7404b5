/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a call that needs several rounds knows from the earlier ones: the answers of the client and what the route kept.
 *
 * <p>It is in nobody's memory but the client's: sealed, so that it comes back as it went. Used by one call.
 */
final class CallMemory {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SealedState seals;
    private final Supplier<String> purpose;
    private final ObjectNode content;

    private CallMemory(SealedState seals, Supplier<String> purpose, ObjectNode content) {
        this.seals = seals;
        this.purpose = purpose;
        this.content = content;
    }

    /**
     * Remembers what an earlier round sealed.
     *
     * @param seals opens it
     * @param purpose the call that it must have been sealed for; worked out only where that matters
     * @param state what the client brought back
     * @return the memory, or empty if that isn't what this call gave out lately
     */
    static Optional<CallMemory> recall(SealedState seals, Supplier<String> purpose, Optional<String> state) {
        if (state.isEmpty()) {
            return Optional.of(new CallMemory(seals, purpose, MAPPER.createObjectNode()));
        }
        return seals.open(state.get(), purpose.get()).map(text -> new CallMemory(seals, purpose, parse(text)));
    }

    /** Finds the answer to a question, in this round or an earlier one. */
    Optional<String> answer(String key, ObjectNode given) {
        JsonNode answer = given.path(key);
        if (answer.isObject()) {
            content.withObject("/answers").set(key, answer);
        }
        JsonNode known = content.path("answers").path(key);
        return known.isObject() ? Optional.of(known.toString()) : Optional.empty();
    }

    /** Returns what the route kept. */
    Optional<String> kept() {
        return Optional.ofNullable(content.path("kept").textValue());
    }

    /** Keeps a text for the next round. */
    void keep(String text) {
        content.put("kept", text);
    }

    /** Seals everything for the next round. */
    String seal() {
        return seals.seal(content.toString(), purpose.get());
    }

    private static ObjectNode parse(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was sealed is JSON", e);
        }
    }
}
