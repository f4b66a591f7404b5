/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import io.github.samedoor.mcp.door.relay.PreparedRoute.Way;
import io.github.samedoor.mcp.door.view.AsyncDispatch;
import io.github.samedoor.mcp.door.view.CallAsync;
import io.github.samedoor.mcp.door.view.CapturedResponse;
import io.github.samedoor.mcp.door.view.DispatchedRequest;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the relay: which forward is under way, and what has been proved so far.
 *
 * <p>Lives on the caller's own thread, from the first forward to its return.
 */
public final class RelayedCall implements OpenCall {
    private final Dispatchers dispatchers;
    private final Ways ways;
    private final boolean containerWrapsOutside;
    private final long startedAt;

    private Way way;
    private int stage;
    private boolean targetReached;
    private boolean rejected;
    private @Nullable Slot proof;
    private @Nullable Leg leg;

    /** A forward that has been sent and hasn't arrived. */
    private record Leg(HttpServletRequest request, LiveResponse response) {}

    RelayedCall(Dispatchers dispatchers, Ways ways, Way way, boolean containerWrapsOutside, long startedAt) {
        this.dispatchers = dispatchers;
        this.ways = ways;
        this.way = way;
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

    /** Sends the call on its way, and on again as long as an asynchronous route has it dispatched. */
    void start(RouteRequest request, CapturedResponse response)
            throws ServletException, IOException, InterruptedException {
        CallAsync async = response.async();
        async.allow(way.async());
        try {
            attempt(async, () -> sendOn(request, response));
            while (async.isStarted()) {
                Optional<AsyncDispatch> dispatch = async.await();
                if (dispatch.isPresent()) {
                    attempt(async, () -> dispatch(dispatch.get(), async));
                }
            }
        } finally {
            async.close();
        }
    }

    /** Notes that the chain of a slot ran to its end. */
    void prove(Slot slot) {
        proof = slot;
    }

    /** Tells whether the slot that should have run is the one that did. */
    boolean isProvenBy(Slot slot) {
        return leg == null && !targetReached && way.slots().stages().get(stage).equals(slot) && slot.equals(proof);
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
        sendOn(request, response);
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

    /** A part of the way that may end in an exception of the route's. */
    @FunctionalInterface
    private interface Part {
        void go() throws ServletException, IOException;
    }

    private static void attempt(CallAsync async, Part part) throws ServletException, IOException {
        try {
            part.go();
        } catch (ServletException | IOException | RuntimeException e) {
            if (!async.isStarted()) {
                throw e;
            }
            async.fail(e);
        }
    }

    private void dispatch(AsyncDispatch dispatch, CallAsync async) throws ServletException, IOException {
        way = ways.dispatch(dispatch.path());
        stage = 0;
        async.allow(way.async());
        sendOn(new DispatchedRequest(dispatch, way.target()), (HttpServletResponse) dispatch.response());
    }

    /** Sends the call to the next stage or, after the last, to the route's servlet. */
    private void sendOn(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        List<Slot> stages = way.slots().stages();
        targetReached = stage == stages.size();
        send(targetReached ? way.target().servletName() : stages.get(stage).servletName(), request, response);
    }

    private void send(String servlet, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        LiveResponse live = new LiveResponse(response);
        leg = new Leg(request, live);
        try {
            dispatchers.named(servlet).forward(request, live);
        } finally {
            live.setLive(request.isAsyncStarted());
        }
        if (leg != null) {
            throw new ServletException("The relay filter did not run at the forward to " + servlet);
        }
    }
}
