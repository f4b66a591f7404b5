/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.door.Passage;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.revision.Operation;
import io.github.samedoor.mcp.wire.EventStream;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives routes their {@link ToolCall} while they run. Immutable and thread-safe. */
final class ToolCalls {
    private final SealedState seals;

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
     * @param call the call
     * @param caller the request that makes it
     * @param events where messages before the answer go
     * @return the call as its route will see it, or empty if its state isn't one that this call gave out lately
     */
    Optional<LiveToolCall> begin(Operation.CallTool call, HttpServletRequest caller, EventStream events) {
        Supplier<String> purpose = () -> CallPurpose.of(caller, call.name(), call.arguments());
        return CallMemory.recall(seals, purpose, call.client().requestState())
                .map(memory -> new LiveToolCall(events, call.client(), memory));
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
