/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.door.Passage;
import io.github.samedoor.observation.ToolCallEnd;
import io.github.samedoor.observation.ToolCallObservation;
import io.github.samedoor.observation.TraceContext;
import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.RouteCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One tool call that is watched, from its name to its end; used by the thread of the call alone. */
final class ObservedCall {
    private static final Logger LOG = LoggerFactory.getLogger(ObservedCall.class);
    private static final ToolCallEnd BROKEN = new ToolCallEnd(ToolCallEnd.Outcome.FAILED, 500, "failed");

    private final List<ToolCallObservation> observations;
    private final TraceContext declared;

    ObservedCall(List<ToolCallObservation> observations, TraceContext declared) {
        this.observations = observations;
        this.declared = declared;
    }

    /** Puts the route into the trace: an observer's new span, or the one that the client's metadata declares. */
    RouteCall traced(RouteCall call) {
        TraceContext trace = observations.stream()
                .map(ToolCallObservation::trace)
                .reduce(TraceContext.none(), TraceContext::or)
                .or(declared);
        if (trace.traceparent().isEmpty()) {
            return call;
        }
        List<HeaderField> headers = new ArrayList<>(call.headers().fields());
        trace.traceparent().ifPresent(value -> headers.add(new HeaderField("traceparent", value)));
        trace.tracestate().ifPresent(value -> headers.add(new HeaderField("tracestate", value)));
        return new RouteCall(
                call.route(), call.path(), call.encodedPath(), call.query(), new HeaderFields(headers), call.body());
    }

    /** Ends a call that isn't let to the door, and passes its answer on. */
    <T> T rejected(int status, String reason, T answer) {
        end(new ToolCallEnd(ToolCallEnd.Outcome.REJECTED, status, reason));
        return answer;
    }

    /** Passes a call through the door and takes note of what came of it, whatever that is. */
    Passage passing(Supplier<Passage> door) {
        ToolCallEnd end = BROKEN;
        try {
            Passage passage = door.get();
            end = end(passage);
            return passage;
        } finally {
            end(end);
        }
    }

    private static ToolCallEnd end(Passage passage) {
        if (passage instanceof Passage.Answered answered) {
            return ToolCallEnd.answered(answered.answer().status());
        }
        Passage.Reason reason = ((Passage.Refused) passage).reason();
        ToolCallEnd.Outcome outcome = switch (reason) {
            case UNAUTHENTICATED, FORBIDDEN -> ToolCallEnd.Outcome.REFUSED;
            case NOT_OFFERED, NESTED, BUSY -> ToolCallEnd.Outcome.REJECTED;
            default -> ToolCallEnd.Outcome.FAILED;
        };
        return new ToolCallEnd(
                outcome, reason.status(), reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void end(ToolCallEnd end) {
        for (int i = observations.size() - 1; i >= 0; i--) {
            try {
                observations.get(i).end(end);
            } catch (RuntimeException e) {
                LOG.error("An observer of tool calls failed", e);
            }
        }
    }
}
