/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.audit.AuditLog;
import io.github.samedoor.audit.Slf4jAuditLog;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one audit event for each request: who, what, the outcome and, where a filter of this module refused, why.
 *
 * <p>Put it first, so that it sees what the others refuse. It writes through {@link Slf4jAuditLog} unless it is made in
 * code with another log. It has no init-params; the context-param {@code samedoor.trusted-proxies} counts. Dispatches
 * within a request belong to its one event. Thread-safe.
 */
public final class AuditFilter extends ConfiguredFilter<AuditFilter.Desk> {
    /** Makes a filter that writes to the application's log. */
    public AuditFilter() {}

    /**
     * Makes a filter in code.
     *
     * @param log keeps the events
     * @param clock dates them
     */
    public AuditFilter(AuditLog log, Clock clock) {
        super(new Desk(log, clock));
    }

    /** The settings. */
    record Desk(AuditLog log, Clock clock) {}

    @Override
    Set<String> parameters() {
        return Set.of();
    }

    @Override
    Desk configure(InitParameters parameters) {
        return new Desk(new Slf4jAuditLog(), Clock.systemUTC());
    }

    @Override
    void started(Desk desk, FilterConfig config) {
        ClientAddress.of(config.getServletContext()); // a malformed list stops the start, not the first request
    }

    @Override
    void filter(Desk desk, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            chain.doFilter(request, response);
            return;
        }
        String address = ClientAddress.of(request);
        AuditTrail trail = new AuditTrail(desk.log(), desk.clock(), request, address);
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
