/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.audit.AuditActor;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the events of one HTTP request have in common, however many there are: a tool call within it is decided about
 * more than once, on the same thread.
 *
 * <p>A request's attributes don't reach the route of a tool call, which sees itself as called directly; the thread does.
 * There is one scope for each servlet context. Thread-safe.
 */
final class AuditScope {
    private static final String ATTRIBUTE = "io.github.samedoor.filter.AuditScope";

    @SuppressWarnings("ThreadLocalUsage") // a static one would be shared between applications
    private final ThreadLocal<Request> current = new ThreadLocal<>();

    /** The HTTP request that a thread is in. */
    static final class Request {
        private final String correlation;
        private Optional<AuditActor> actor = Optional.empty();

        private Request(String correlation) {
            this.correlation = correlation;
        }

        /** Returns what its events are found by: the id of its trace, or a random number. */
        String correlation() {
            return correlation;
        }

        /** Returns who makes it, as the last filter that knew says. */
        Optional<AuditActor> actor() {
            return actor;
        }

        void madeBy(AuditActor known) {
            actor = Optional.of(known);
        }
    }

    /** Finds the scope of an application. */
    static synchronized AuditScope of(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof AuditScope known) {
            return known;
        }
        AuditScope scope = new AuditScope();
        context.setAttribute(ATTRIBUTE, scope);
        return scope;
    }

    /** Returns the request that this thread is in, or begins one; who begins it ends it. */
    Entry enter(Optional<String> traceId) {
        Request known = current.get();
        if (known != null) {
            return new Entry(known, false);
        }
        Request request = new Request(traceId.orElseGet(
                () -> String.format("%016x", ThreadLocalRandom.current().nextLong())));
        current.set(request);
        return new Entry(request, true);
    }

    /** The stay of a thread in a request. */
    final class Entry implements AutoCloseable {
        private final Request request;
        private final boolean first;

        private Entry(Request request, boolean first) {
            this.request = request;
            this.first = first;
        }

        Request request() {
            return request;
        }

        @Override
        public void close() {
            if (first) {
                current.remove();
            }
        }
    }
}
