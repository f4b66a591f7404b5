/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.access.AccessDecision;
import io.github.samedoor.access.AccessPolicy;
import io.github.samedoor.access.Subject;
import io.github.samedoor.audit.AuditLog;
import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.observation.TraceContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one audit event for each request: who, what, the outcome and, where a filter of this module refused, why.
 *
 * <p>Put it first, so that it sees what the others refuse. Where the application has an MCP endpoint, it also keeps one event
 * for each tool call, those that never reach a route too. A request, the tool calls in it and the requests of their routes share a
 * {@code correlation}: the id of their trace, or a random number. Dispatches within a request belong to its one event.
 *
 * <p>Events go to the application's log, or to the file that the context-param {@code samedoor.audit-file} names; {@code
 * samedoor.audit-sync} has each line on the disk before the request is answered, {@code samedoor.audit-chain} chains the
 * lines ({@link io.github.samedoor.audit.AuditChain}). The context-param {@code samedoor.trusted-proxies} counts.
 *
 * <p>Init-params:
 *
 * <ul>
 *   <li>{@code when-audit-fails}: {@code deny} (default) refuses with 503 whatever isn't open to everybody while events
 *       can't be kept; what is, the {@code RoleFilter} knows, and without one everything is refused. {@code continue}
 *       lets them through, and the application's log says that events are missing
 *   <li>{@code arguments}: {@code true} keeps the arguments of tool calls, but for values whose schema has {@code writeOnly} or the
 *       format {@code password}; {@code false} by default
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class AuditFilter extends ConfiguredFilter<AuditFilter.Desk> {
    private static final String WHEN_AUDIT_FAILS = "when-audit-fails";
    private static final String ARGUMENTS = "arguments";

    private volatile Optional<ServletContext> fileOf = Optional.empty();

    /** Makes a filter that is configured by {@code web.xml}. */
    public AuditFilter() {}

    /**
     * Makes a filter in code, which denies while its log fails and keeps no arguments.
     *
     * @param log keeps the events
     * @param clock dates them
     */
    public AuditFilter(AuditLog log, Clock clock) {
        super(new Desk(log, clock, true, false));
    }

    /** The settings. */
    record Desk(AuditLog log, Clock clock, boolean denies, boolean arguments) {}

    @Override
    Set<String> parameters() {
        return Set.of(WHEN_AUDIT_FAILS, ARGUMENTS);
    }

    @Override
    Desk configure(InitParameters parameters) {
        boolean denies =
                parameters.choice(WHEN_AUDIT_FAILS, List.of(Map.entry("deny", true), Map.entry("continue", false)));
        boolean arguments = parameters.choice(ARGUMENTS, List.of(Map.entry("false", false), Map.entry("true", true)));
        fileOf = Optional.of(parameters.context());
        return new Desk(AuditSink.of(parameters.context()), Clock.systemUTC(), denies, arguments);
    }

    @Override
    void started(Desk desk, FilterConfig config) {
        ServletContext context = config.getServletContext();
        ClientAddress.of(context); // a malformed list stops the start, not the first request
        context.setAttribute(
                AuditedToolCalls.ATTRIBUTE,
                new AuditedToolCalls(context, desk.log(), desk.clock(), AuditScope.of(context), desk.arguments()));
    }

    /** Closes the audit file, where there is one. */
    @Override
    public void destroy() {
        fileOf.ifPresent(AuditSink::close);
        super.destroy();
    }

    @Override
    void filter(Desk desk, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            chain.doFilter(request, response);
            return;
        }
        if (desk.denies() && !canBeKept(desk, request)) {
            Refusal.unavailable().send(request, response);
            return;
        }
        TraceContext trace = AuditTrail.trace(request);
        try (AuditScope.Entry entry = AuditScope.of(request.getServletContext()).enter(trace.traceId())) {
            audited(new AuditTrail(desk, request, trace, entry.request()), request, response, chain);
        }
    }

    private static void audited(
            AuditTrail trail, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(new AuditedRequest(request, trail), response);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            trail.failed();
            throw e;
        }
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new AtTheEnd(trail, response));
        } else {
            trail.ended(response);
        }
    }

    /** Finds out before anything is done whether it could be recorded; what is open to everybody needs no record. */
    private static boolean canBeKept(Desk desk, HttpServletRequest request) {
        try {
            desk.log().check();
            return true;
        } catch (StoreUnavailableException e) {
            boolean open = isOpenToEverybody(request);
            if (!open) {
                request.getServletContext().log("Events can't be kept by the audit, so the request is refused", e);
            }
            return open;
        }
    }

    private static boolean isOpenToEverybody(HttpServletRequest request) {
        return request.getServletContext().getAttribute(AccessPolicy.ATTRIBUTE) instanceof AccessPolicy policy
                && RequestPath.of(request)
                        .filter(path -> policy.decide(request.getMethod(), path, Subject.anonymous())
                                instanceof AccessDecision.Granted)
                        .isPresent();
    }

    private static final class AuditedRequest extends HttpServletRequestWrapper {
        private final AuditTrail trail;

        AuditedRequest(HttpServletRequest request, AuditTrail trail) {
            super(request);
            this.trail = trail;
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return name.equals(AuditTrail.ATTRIBUTE) ? trail : super.getAttribute(name);
        }
    }

    private record AtTheEnd(AuditTrail trail, HttpServletResponse response) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            trail.ended(response);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            trail.failed();
        }

        @Override
        public void onError(AsyncEvent event) {
            trail.failed();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
