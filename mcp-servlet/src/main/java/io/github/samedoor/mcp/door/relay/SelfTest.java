/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import io.github.samedoor.mcp.door.relay.PreparedRoute.Way;
import io.github.samedoor.mcp.door.view.CallerView;
import io.github.samedoor.mcp.door.view.CapturedResponse;
import io.github.samedoor.mcp.door.view.TargetPath;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.Route;
import io.github.samedoor.route.RouteAnswer;
import io.github.samedoor.route.RouteBody;
import io.github.samedoor.route.RouteCall;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tries the relay on the container it finds itself in, with filters and a servlet of its own.
 *
 * <p>Two slots carry the same two filters in opposite orders. They are used in turn, alone and one after the other, always
 * for the same path: a container that runs the chain of another slot, another order, no filter at all, or that lets the
 * answer out, is found out. Containers forward only while they serve a request, so this needs one; none of it is seen by the
 * application or by the client. Used by one thread.
 */
public final class SelfTest {
    private static final String PATH = "/samedoor-self-test";
    private static final String QUERY = "try=1";
    private static final Route ROUTE = Route.of("POST", PATH);

    private final Relay relay;
    private final Slot forwards;
    private final Slot backwards;

    /** Prepares the test of a relay; the slots must carry their filters already. */
    SelfTest(Relay relay, Slot forwards, Slot backwards) {
        this.relay = relay;
        this.forwards = forwards;
        this.backwards = backwards;
    }

    /**
     * Sends calls through the relay and looks at what comes back.
     *
     * @param caller a request that the application is serving
     * @param response its response, uncommitted
     * @param captures makes the response of a call, as for every other call
     * @return what went wrong, or empty where all went as it must
     */
    public Optional<String> run(
            HttpServletRequest caller, HttpServletResponse response, Supplier<CapturedResponse> captures) {
        int statusBefore = response.getStatus();
        List<List<Slot>> tries = List.of(
                List.of(forwards),
                List.of(backwards),
                List.of(forwards),
                List.of(forwards, backwards),
                List.of(backwards));
        try {
            for (List<Slot> slots : tries) {
                Optional<String> wrong = tried(slots, caller, captures.get());
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        } catch (Throwable e) { // whatever the container throws here, it can't be relied on
            return Optional.of("a forward by name failed: " + e);
        }
        boolean untouched = !response.isCommitted()
                && response.getStatus() == statusBefore
                && !response.containsHeader(SelfTestServlet.HEADER);
        return untouched ? Optional.empty() : Optional.of("the answer of a route got past its capture");
    }

    private Optional<String> tried(List<Slot> slots, HttpServletRequest caller, CapturedResponse captured)
            throws ServletException, IOException, InterruptedException {
        TargetPath target = ServletPaths.exact(PATH, SelfTestServlet.NAME);
        PreparedRoute route = new PreparedRoute(
                SelfTestServlet.NAME, List.of(), Optional.of(new Way(target, new SlotChain(slots), false)));
        RouteCall call = new RouteCall(ROUTE, PATH, PATH, QUERY, HeaderFields.none(), RouteBody.none());
        boolean proven =
                relay.send(route, call, HeaderFields.none(), caller, captured, new CallerView(false, false), 0);
        if (!proven) {
            return Optional.of("the chain of another slot ran");
        }
        String expected = trace(slots) + " POST " + caller.getContextPath() + PATH + '?' + QUERY + " REQUEST";
        return difference(captured.toAnswer(), expected);
    }

    private static Optional<String> difference(RouteAnswer answer, String expected) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        boolean same = text.equals(expected)
                && answer.status() == SelfTestServlet.STATUS
                && answer.headers().first(SelfTestServlet.HEADER).isPresent();
        return same
                ? Optional.empty()
                : Optional.of("the route should have answered '" + expected + "', but " + answer.status() + " with '"
                        + text + "' came back");
    }

    private String trace(List<Slot> slots) {
        List<String> filters = new ArrayList<>();
        slots.forEach(slot -> filters.addAll(order(slot)));
        return String.join(",", filters);
    }

    private List<String> order(Slot slot) {
        return slot.equals(backwards)
                ? List.of(SelfTestFilter.SECOND, SelfTestFilter.FIRST)
                : List.of(SelfTestFilter.FIRST, SelfTestFilter.SECOND);
    }
}
