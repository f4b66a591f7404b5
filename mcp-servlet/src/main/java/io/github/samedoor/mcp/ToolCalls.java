/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.mcp.door.CallUnderWay;
import io.github.samedoor.mcp.door.Passage;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.revision.ClientContext;
import io.github.samedoor.mcp.revision.LegacySession;
import io.github.samedoor.mcp.revision.Operation;
import io.github.samedoor.mcp.wire.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives routes their {@link ToolCall} while they run. Thread-safe. */
final class ToolCalls {
    private static final Optional<String> ORDINARY = Optional.of("info");

    private final SealedState seals;
    private final SessionMemory sessions;
    private final Duration limit;
    private final Questions questions = new Questions();
    private final CallsInProgress inProgress = new CallsInProgress();

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
     * @param sessions knows what clients asked for in their sessions
     * @param limit how long a client may take to answer a question
     */
    ToolCalls(SealedState seals, SessionMemory sessions, Duration limit) {
        this.seals = seals;
        this.sessions = sessions;
        this.limit = limit;
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
                .map(memory -> new LiveToolCall(
                        exchange.events(), client, memory, asking(client, memory, exchange), () -> logLevel(client)));
    }

    private Asking asking(ClientContext client, CallMemory memory, Exchange exchange) {
        return client.disconnectCancels()
                ? new AskingInRounds(client, memory)
                : new AskingLive(client, exchange.events(), questions, limit);
    }

    // A legacy client that set no level gets what is ordinary; a modern one gets nothing.
    private Optional<String> logLevel(ClientContext client) {
        return client.disconnectCancels()
                ? client.logLevel()
                : client.session()
                        .flatMap(session -> sessions.logLevel(session.key()))
                        .or(() -> ORDINARY);
    }

    /** Hands an answer to the question that waits for it. */
    void answered(Operation.Answered answered) {
        questions.answer(answered.session().key(), answered.response());
    }

    /** Cancels the call that a client wants to go on no longer. */
    void cancel(Operation.Cancel cancel) {
        inProgress.cancel(cancel.session().key(), cancel.request());
    }

    /**
     * Passes a call through the door with its {@link ToolCall} at hand.
     *
     * @param live the call
     * @param exchange the request that makes it
     * @param door passes it
     * @return what came back
     */
    Passage during(LiveToolCall live, Exchange exchange, Function<CallUnderWay, Passage> door) {
        HttpServletRequest caller = exchange.http();
        Optional<String> session = live.client().session().map(LegacySession::key);
        session.ifPresent(key -> inProgress.add(key, live.client().request(), live.underWay()));
        caller.setAttribute(ToolCall.ATTRIBUTE, live);
        try {
            return door.apply(live.underWay());
        } finally {
            caller.removeAttribute(ToolCall.ATTRIBUTE);
            session.ifPresent(key -> inProgress.remove(key, live.client().request(), live.underWay()));
            live.end();
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
        if (live.isCancelled()) {
            return new Answer.Silent();
        }
        boolean ran = passage instanceof Passage.Answered && !(answer instanceof Answer.Refused);
        return ran ? live.unfinished().orElse(answer) : answer;
    }
}
