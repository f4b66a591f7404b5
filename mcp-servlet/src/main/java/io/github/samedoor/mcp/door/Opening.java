/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.mcp.door.constraint.ConstraintGate;
import io.github.samedoor.mcp.door.container.Container;
import io.github.samedoor.mcp.door.relay.Relay;
import io.github.samedoor.mcp.door.relay.UnprovableChainException;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolCatalog;
import io.github.samedoor.tool.ToolName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reading of an application's guards, and the doors and reports that follow from it.
 *
 * @param relay the relay that was read, empty where nothing could be proved
 * @param doors the doors by the name of their endpoint; an endpoint without one offers nothing
 * @param reports the guard reports by the name of their endpoint
 */
record Opening(Optional<Relay> relay, Map<String, Door> doors, Map<String, GuardReport> reports) {
    private static final Door CLOSED = new ClosedDoor();

    /**
     * An endpoint and what it needs of every reading.
     *
     * @param source where its tools are named, for messages
     * @param tools its tools
     * @param routes all that it calls: the tools, and the routes behind what else it offers
     * @param settings its limits
     * @param calls counts its calls, from one reading to the next
     */
    record Endpoint(String source, ToolCatalog tools, ToolCatalog routes, DoorSettings settings, CallsUnderWay calls) {}

    /** Keeps copies. */
    Opening {
        doors = Map.copyOf(doors);
        reports = Map.copyOf(reports);
    }

    /** Opens a door for each endpoint. */
    static Opening of(
            Relay relay, Container container, Map<String, Endpoint> endpoints, Watchdog watchdog, Clock clock) {
        ConstraintGate constraints = new ConstraintGate(container);
        CaptureBase base = CaptureBase.on(container);
        Map<String, Door> doors = new LinkedHashMap<>();
        Map<String, GuardReport> reports = new LinkedHashMap<>();
        endpoints.forEach((name, endpoint) -> {
            Map<ToolName, Verdict> verdicts = new LinkedHashMap<>();
            List<GuardReport.Line> lines = new ArrayList<>();
            for (Tool tool : endpoint.routes().tools()) {
                Verdict verdict = verdict(tool, relay, endpoint.settings());
                verdicts.put(tool.name(), verdict);
                lines.add(new GuardReport.Line(
                        tool,
                        constraints.describe(
                                tool.route().path().toString(), tool.route().method()),
                        verdict));
            }
            reports.put(name, new GuardReport(container.name(), GuardReport.SelfTest.PENDING, lines));
            doors.put(
                    name,
                    new RelayDoor(
                            constraints,
                            relay,
                            verdicts,
                            endpoint.settings(),
                            endpoint.calls(),
                            watchdog,
                            base,
                            clock));
        });
        return new Opening(Optional.of(relay), doors, reports);
    }

    /** Opens nothing, and says why for every tool. */
    static Opening closed(
            String container, GuardReport.SelfTest selfTest, Map<String, Endpoint> endpoints, Verdict.Refused why) {
        Map<String, GuardReport> reports = new LinkedHashMap<>();
        endpoints.forEach((name, endpoint) -> reports.put(
                name,
                new GuardReport(
                        container,
                        selfTest,
                        endpoint.routes().tools().stream()
                                .map(tool -> new GuardReport.Line(tool, Optional.empty(), why))
                                .toList())));
        return new Opening(Optional.empty(), Map.of(), reports);
    }

    /** Returns this opening after the self-test was passed. */
    Opening tried() {
        Map<String, GuardReport> passed = new LinkedHashMap<>();
        reports.forEach((name, report) ->
                passed.put(name, new GuardReport(report.container(), GuardReport.SelfTest.PASSED, report.lines())));
        return new Opening(relay, doors, passed);
    }

    Door door(String endpoint) {
        return doors.getOrDefault(endpoint, CLOSED);
    }

    /** Returns whether the application's registrations are still those that were read. */
    boolean isCurrent() {
        return relay.isEmpty() || relay.get().isUnchanged();
    }

    private static Verdict verdict(Tool tool, Relay relay, DoorSettings settings) {
        Optional<String> overridden = settings.carriedNameIn(tool);
        if (overridden.isPresent()) {
            return new Verdict.Refused(
                    "its header parameter " + overridden.get() + " is a header that callers send themselves",
                    "remove the parameter, or take the name out of carry-headers");
        }
        try {
            return new Verdict.Offered(relay.prepare(tool.route().path(), tool.servedBy()));
        } catch (UnprovableChainException e) {
            return new Verdict.Refused(e.reason(), e.mend());
        }
    }
}
