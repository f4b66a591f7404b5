/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.audit.AuditActor;
import io.github.samedoor.audit.AuditEvent;
import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.observation.TraceContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the filters behind an {@link AuditFilter} tell it about one request; exactly one event comes of it.
 *
 * <p>A denial is kept before its answer is sent. Thread-safe, because asynchronous requests change threads.
 */
final class AuditTrail {
    static final String ATTRIBUTE = "io.github.samedoor.filter.AuditTrail";

    /** URL rewriting puts the container's session id here, which is a secret. */
    private static final Pattern PATH_PARAMETERS = Pattern.compile(";[^/]*");

    private final AuditFilter.Desk desk;
    private final ServletContext context;
    private final AuditScope.Request scope;
    private final Instant start;
    private final String target;
    private final TraceContext trace;
    private AuditActor actor;
    private boolean kept;

    AuditTrail(AuditFilter.Desk desk, HttpServletRequest request, TraceContext trace, AuditScope.Request scope) {
        this.desk = desk;
        this.context = request.getServletContext();
        this.scope = scope;
        this.start = desk.clock().instant();
        this.target = request.getMethod()
                + ' '
                + PATH_PARAMETERS.matcher(request.getRequestURI()).replaceAll("");
        this.trace = trace;
        this.actor = AuditActor.unknown(ClientAddress.of(request));
        scope.madeBy(scope.actor().orElse(actor));
    }

    /** Reads the trace that a request says it is in. */
    static TraceContext trace(HttpServletRequest request) {
        return TraceContext.of(Optional.ofNullable(request.getHeader("traceparent")), Optional.empty());
    }

    /** Finds the trail of a request; there is one behind an audit filter. */
    static Optional<AuditTrail> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof AuditTrail trail ? Optional.of(trail) : Optional.empty();
    }

    synchronized void authenticated(Authentication authentication) {
        actor = AuditActor.of(authentication.caller(), Optional.of(authentication.tokenId()), actor.address());
        scope.madeBy(actor);
    }

    synchronized void denied(String reason, int status) {
        keep(AuditEvent.Outcome.DENIED, reason, status);
    }

    /** Keeps the end of a request that no filter here refused. */
    synchronized void ended(HttpServletResponse response) {
        int status = response.getStatus();
        keep(outcome(status), "", status);
    }

    /** Keeps the end of a request whose route threw. */
    synchronized void failed() {
        keep(AuditEvent.Outcome.FAILED, "exception", HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    private void keep(AuditEvent.Outcome outcome, String reason, int status) {
        if (kept) {
            return;
        }
        kept = true;
        Instant now = desk.clock().instant();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("status", Integer.toString(status));
        details.put("durationMillis", Long.toString(Duration.between(start, now).toMillis()));
        details.put("correlation", scope.correlation());
        trace.traceparent().ifPresent(text -> details.put("traceparent", text));
        try {
            desk.log().append(new AuditEvent(now, AuditEvent.Action.REQUEST, actor, target, outcome, reason, details));
        } catch (StoreUnavailableException e) { // the answer is decided already, and a refusal stays one
            context.log("A request can't be kept by the audit", e);
        }
    }

    private static AuditEvent.Outcome outcome(int status) {
        if (status == 401 || status == 403 || status == 429) {
            return AuditEvent.Outcome.DENIED;
        }
        return status >= 500 ? AuditEvent.Outcome.FAILED : AuditEvent.Outcome.GRANTED;
    }
}
