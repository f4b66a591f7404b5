/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.mcp.door.Passage.Answered;
import io.github.samedoor.mcp.door.Passage.Reason;
import io.github.samedoor.mcp.door.Passage.Refused;
import io.github.samedoor.mcp.door.Verdict.Offered;
import io.github.samedoor.mcp.door.constraint.ConstraintGate;
import io.github.samedoor.mcp.door.constraint.ConstraintGate.Admission;
import io.github.samedoor.mcp.door.constraint.ConstraintGate.Admission.Admitted;
import io.github.samedoor.mcp.door.relay.Relay;
import io.github.samedoor.mcp.door.view.CallerView;
import io.github.samedoor.mcp.door.view.CapturedResponse;
import io.github.samedoor.mcp.door.view.RouteRequest;
import io.github.samedoor.route.RouteCall;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door of one endpoint for one reading of the guards: the order of steps that a call takes, from the tool to the answer. */
final class RelayDoor implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(RelayDoor.class);
    private static final Passage TIMEOUT = new Refused(Reason.TIMEOUT, "The route took too long");
    private static final Passage CANCELLED = new Refused(Reason.CANCELLED, "The call was cancelled");

    private final ConstraintGate constraints;
    private final Relay relay;
    private final Map<ToolName, Verdict> verdicts;
    private final DoorSettings settings;
    private final RouteHeaders headers;
    private final CallsUnderWay calls;
    private final Watchdog watchdog;
    private final CaptureBase base;
    private final Clock clock;

    RelayDoor(
            ConstraintGate constraints,
            Relay relay,
            Map<ToolName, Verdict> verdicts,
            DoorSettings settings,
            CallsUnderWay calls,
            Watchdog watchdog,
            CaptureBase base,
            Clock clock) {
        this.constraints = constraints;
        this.relay = relay;
        this.verdicts = Map.copyOf(verdicts);
        this.settings = settings;
        this.headers = new RouteHeaders(settings.carriedHeaders());
        this.calls = calls;
        this.watchdog = watchdog;
        this.base = base;
        this.clock = clock;
    }

    @Override
    public void ready(HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean offers(Tool tool) {
        return verdicts.get(tool.name()) instanceof Offered;
    }

    @Override
    public Passage pass(
            Tool tool, RouteCall call, HttpServletRequest caller, HttpServletResponse response, CallUnderWay underWay) {
        if (!(verdicts.get(tool.name()) instanceof Offered offered)) {
            return new Refused(Reason.NOT_OFFERED, "This tool isn't offered");
        }
        if (RouteRequest.callOf(caller).isPresent()) {
            return new Refused(Reason.NESTED, "A tool can't be called from within a tool call");
        }
        String who = nameOf(caller);
        if (!calls.enter(who)) {
            return new Refused(Reason.BUSY, "Too many tool calls are under way");
        }
        Watchdog.Watch watch =
                watchdog.watch(tool.name().text(), settings.timeout().toNanos());
        try {
            underWay.begin(watch);
            Passage passage = underWay.isCancelled() ? CANCELLED : tried(tool, offered, call, caller, response);
            return watch.end().map(RelayDoor::ended).orElse(passage);
        } finally {
            watch.end();
            calls.leave(who);
        }
    }

    private Passage tried(
            Tool tool, Offered offered, RouteCall call, HttpServletRequest caller, HttpServletResponse response) {
        try {
            return admitted(offered, call, caller, response);
        } catch (Throwable e) { // whatever a route throws is its failure, not the endpoint's
            LOG.warn("The route of the tool {} failed", tool.routeName(), e);
            return new Refused(Reason.FAILED, "The route failed");
        }
    }

    private static Passage ended(Watchdog.Ending ending) {
        return ending == Watchdog.Ending.CANCELLED ? CANCELLED : TIMEOUT;
    }

    private Passage admitted(Offered offered, RouteCall call, HttpServletRequest caller, HttpServletResponse response)
            throws Exception {
        HttpServletRequest container = RouteRequest.container(caller);
        CapturedResponse challenge = new CapturedResponse(base.of(response), settings.answerLimit());
        Admission admission =
                constraints.admit(call.path(), call.route().method(), container, challenge, settings.cookies());
        if (!(admission instanceof Admitted admitted)) {
            return new Answered(((Admission.Refused) admission).answer());
        }
        try {
            CallerView sees = new CallerView(admitted.user().isTrusted(), settings.cookies());
            return relayed(offered, call, container, response, sees);
        } finally {
            admitted.user().leave();
        }
    }

    private Passage relayed(
            Offered offered,
            RouteCall call,
            HttpServletRequest container,
            HttpServletResponse response,
            CallerView sees)
            throws Exception {
        CapturedResponse captured = new CapturedResponse(base.of(response), settings.answerLimit());
        boolean proven = relay.send(
                offered.route(), call, headers.of(call, container), container, captured, sees, clock.millis());
        if (!proven) {
            return new Refused(Reason.UNPROVEN, "The guards of this tool could not be proved");
        }
        if (!sees.cookies()) {
            return new Answered(captured.toAnswer());
        }
        captured.cookies().sendTo(response);
        return new Answered(
                SessionSecrets.of(container, captured.cookies().values()).hiddenIn(captured.toAnswer()));
    }

    private static String nameOf(HttpServletRequest caller) {
        try {
            Principal principal = caller.getUserPrincipal();
            return principal == null ? "address " + caller.getRemoteAddr() : "user " + principal.getName();
        } catch (RuntimeException e) { // a container may authenticate here, and fail at it
            return "address " + caller.getRemoteAddr();
        }
    }
}
