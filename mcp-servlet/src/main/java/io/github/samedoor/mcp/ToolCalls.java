/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.mcp.door.Passage;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.revision.ClientContext;
import io.github.samedoor.mcp.wire.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives routes their {@link ToolCall} while they run. Immutable and thread-safe. */
final class ToolCalls {
    private final SealedState seals;

    /**
     * Makes the answer to a call whose state isn't one that it gave out lately.
     *
     * @return the answer
     */
    static Answer forged() {
        return Answer.failed(Fault.INVALID_PARAMS, "The requestState isn't one that this call gave lately");
    }

    /**
     * Makes the giver.
     *
     * @param seals keeps what travels through clients between the rounds of a call
     */
    ToolCalls(SealedState seals) {
        this.seals = seals;
    }

    /**
     * Begins a call.
     *
     * @param name what is called
     * @param arguments its arguments
     * @param client what the client says about itself
     * @param exchange the request that makes the call
     * @return the call as its route will see it, or empty if its state isn't one that this call gave out lately
     */
    Optional<LiveToolCall> begin(String name, JsonNode arguments, ClientContext client, Exchange exchange) {
        Supplier<String> purpose = () -> CallPurpose.of(exchange.http(), name, arguments);
        return CallMemory.recall(seals, purpose, client.requestState())
                .map(memory -> new LiveToolCall(exchange.events(), client, memory));
    }

    /**
     * Passes a call through the door with its {@link ToolCall} at hand.
     *
     * @param live the call
     * @param caller the request that makes it
     * @param door passes it
     * @return what came back
     */
    Passage during(LiveToolCall live, HttpServletRequest caller, Supplier<Passage> door) {
        caller.setAttribute(ToolCall.ATTRIBUTE, live);
        try {
            return door.get();
        } finally {
            caller.removeAttribute(ToolCall.ATTRIBUTE);
        }
    }

    /**
     * Chooses between a route's answer and the input that it lacks: a refusal is never covered up.
     *
     * @param live the call
     * @param passage what came back
     * @param answer what that comes to
     * @return what the client is told
     */
    Answer settle(LiveToolCall live, Passage passage, Answer answer) {
        boolean ran = passage instanceof Passage.Answered && !(answer instanceof Answer.Refused);
        return ran ? live.unfinished().orElse(answer) : answer;
    }
}
