/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.audit.AuditActor;
import io.github.samedoor.audit.AuditEvent;
import io.github.samedoor.audit.AuditLog;
import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.observation.ToolCallEnd;
import io.github.samedoor.observation.ToolCallObservation;
import io.github.samedoor.observation.ToolCallObserver;
import io.github.samedoor.observation.ToolCallStart;
import io.github.samedoor.tool.Tool;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps one event for each tool call, those that never reach a route too; the route's own event has the same correlation.
 *
 * <p>Thread-safe.
 *
 * @param context logs what can't be kept
 * @param log keeps the events
 * @param clock dates them
 * @param scope what the call has in common with the requests around and within it
 * @param arguments whether the arguments are kept, without those that are secret
 */
record AuditedToolCalls(ServletContext context, AuditLog log, Clock clock, AuditScope scope, boolean arguments)
        implements ToolCallObserver {
    /** The servlet context attribute that an MCP endpoint finds it by. */
    static final String ATTRIBUTE = "io.github.samedoor.filter.AuditedToolCalls";

    @Override
    public ToolCallObservation begin(ToolCallStart start) {
        return new Observed(start, clock.instant(), scope.enter(start.trace().traceId()));
    }

    private final class Observed implements ToolCallObservation {
        private final ToolCallStart start;
        private final Instant begun;
        private final AuditScope.Entry entry;

        Observed(ToolCallStart start, Instant begun, AuditScope.Entry entry) {
            this.start = start;
            this.begun = begun;
            this.entry = entry;
        }

        @Override
        public void end(ToolCallEnd end) {
            try (entry) {
                log.append(event(end));
            } catch (StoreUnavailableException e) {
                context.log("A tool call can't be kept by the audit", e);
            }
        }

        private AuditEvent event(ToolCallEnd end) {
            Instant now = clock.instant();
            Map<String, String> details = new LinkedHashMap<>();
            details.put("tool", start.tool().map(tool -> tool.name().text()).orElse(start.name()));
            details.put("way", start.way().name().toLowerCase(Locale.ROOT));
            details.put("status", Integer.toString(end.status()));
            details.put(
                    "durationMillis", Long.toString(Duration.between(begun, now).toMillis()));
            details.put("correlation", entry.request().correlation());
            start.trace().traceparent().ifPresent(text -> details.put("traceparent", text));
            if (arguments) {
                details.put("arguments", start.arguments().get());
            }
            return new AuditEvent(
                    now, AuditEvent.Action.TOOL_CALL, actor(), target(), outcome(end), end.reason(), details);
        }

        private String target() {
            return start.tool().map(Tool::route).map(Object::toString).orElse(start.name());
        }

        private AuditActor actor() {
            return entry.request().actor().orElseGet(() -> {
                AuditActor unknown = AuditActor.unknown(start.peer());
                return start.caller()
                        .map(principal -> principal instanceof Caller caller
                                ? AuditActor.of(caller, Optional.empty(), start.peer())
                                : new AuditActor(
                                        Optional.ofNullable(principal.getName()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        start.peer()))
                        .orElse(unknown);
            });
        }
    }

    private static AuditEvent.Outcome outcome(ToolCallEnd end) {
        return switch (end.outcome()) {
            case ANSWERED -> AuditEvent.Outcome.GRANTED;
            case REFUSED, REJECTED -> AuditEvent.Outcome.DENIED;
            case FAILED -> AuditEvent.Outcome.FAILED;
        };
    }
}
