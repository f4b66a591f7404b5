/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import io.github.samedoor.mcp.door.view.LiveResponse;
import io.github.samedoor.mcp.door.view.NestedRequest;
import io.github.samedoor.mcp.door.view.OpenCall;
import io.github.samedoor.mcp.door.view.RelayedRequest;
import io.github.samedoor.mcp.door.view.RouteRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the relay: which forward is under way, and what has been proved so far.
 *
 * <p>Lives on the caller's own thread, from the first forward to its return.
 */
public final class RelayedCall implements OpenCall {
    private final Dispatchers dispatchers;
    private final SlotChain slots;
    private final String targetServlet;
    private final boolean containerWrapsOutside;
    private final long startedAt;

    private int stage;
    private boolean targetReached;
    private boolean rejected;
    private @Nullable Slot proof;
    private @Nullable Leg leg;

    /** A forward that has been sent and hasn't arrived. */
    private record Leg(HttpServletRequest request, LiveResponse response) {}

    RelayedCall(
            Dispatchers dispatchers,
            SlotChain slots,
            String targetServlet,
            boolean containerWrapsOutside,
            long startedAt) {
        this.dispatchers = dispatchers;
        this.slots = slots;
        this.targetServlet = targetServlet;
        this.containerWrapsOutside = containerWrapsOutside;
        this.startedAt = startedAt;
    }

    static Optional<RelayedCall> of(ServletRequest request) {
        return RouteRequest.callOf(request).map(RelayedCall.class::cast);
    }

    @Override
    public long startedAt() {
        return startedAt;
    }

    @Override
    public boolean isBetweenStages() {
        return leg != null;
    }

    /** Sends the call to its first slot. */
    void start(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        send(slots.stages().get(0).servletName(), request, response);
    }

    /** Notes that the chain of a slot ran to its end. */
    void prove(Slot slot) {
        proof = slot;
    }

    /** Tells whether the slot that should have run is the one that did. */
    boolean isProvenBy(Slot slot) {
        return leg == null && !targetReached && slots.stages().get(stage).equals(slot) && slot.equals(proof);
    }

    /** Notes that a slot was reached without its proof: whatever is answered isn't the route's. */
    void reject() {
        rejected = true;
    }

    boolean isRejected() {
        return rejected;
    }

    /** Sends a proven call on: to the next stage or, after the last, to the route's servlet. */
    void forwardOn(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        proof = null;
        stage++;
        boolean guardsPassed = stage == slots.stages().size();
        targetReached = guardsPassed;
        send(guardsPassed ? targetServlet : slots.stages().get(stage).servletName(), request, response);
    }

    /** Takes a forward in: a leg of the relay is shown as a direct request, a forward of the route's own as itself. */
    void arrive(HttpServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Leg arrived = leg;
        if (arrived == null) {
            chain.doFilter(containerWrapsOutside ? request : NestedRequest.of(request), response);
            return;
        }
        leg = null;
        arrived.response().setLive(true);
        try {
            chain.doFilter(new RelayedRequest(arrived.request(), request), response);
        } finally {
            arrived.response().setLive(false);
        }
    }

    private void send(String servlet, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        LiveResponse live = new LiveResponse(response);
        leg = new Leg(request, live);
        dispatchers.named(servlet).forward(request, live);
        if (leg != null) {
            throw new ServletException("The relay filter did not run at the forward to " + servlet);
        }
    }
}
