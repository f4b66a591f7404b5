/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.mcp.door.constraint.ConstraintGate;
import io.github.samedoor.mcp.door.container.Container;
import io.github.samedoor.mcp.door.container.Containers;
import io.github.samedoor.mcp.door.container.UnreadableContainerException;
import io.github.samedoor.mcp.door.relay.Registrations;
import io.github.samedoor.mcp.door.relay.Relay;
import io.github.samedoor.mcp.door.relay.UnprovableChainException;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolCatalog;
import io.github.samedoor.tool.ToolName;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The doors of an application, one for each MCP endpoint.
 *
 * <p>They open once, when everything of the application is registered and before it serves. Until then, and where the
 * guards can't be read, they are closed: no tool is offered. Thread-safe.
 */
public final class Doors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
    private static final String ATTRIBUTE = Doors.class.getName();
    private static final Door CLOSED = new ClosedDoor();

    private final int slotCount;
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final Map<String, Door> open = new ConcurrentHashMap<>();
    private final Map<String, GuardReport> reports = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile Optional<Watchdog> watchdog = Optional.empty();

    private record Endpoint(String source, ToolCatalog tools, DoorSettings settings) {}

    /**
     * Registers with an application what its doors need; to be called while its initializers run.
     *
     * @param context the application's context
     * @param slotCount how many different chains of filters the doors can carry
     * @param clock tells when a call began
     */
    public Doors(ServletContext context, int slotCount, Clock clock) {
        this.slotCount = slotCount;
        this.clock = clock;
        Registrations.add(context, slotCount);
        context.setAttribute(ATTRIBUTE, this);
        context.addListener(new UnknownRoutes(this, context));
        ServletRegistration.Dynamic servlet =
                context.addServlet(Registrations.RESERVED_PREFIX + "door", new DoorServlet(this));
        servlet.setLoadOnStartup(Integer.MAX_VALUE);
    }

    /**
     * Finds the door of an endpoint.
     *
     * @param context the application's context
     * @param endpoint the name of the endpoint's servlet
     * @return its door, closed until all doors open; or empty where no such endpoint was added
     */
    public static Optional<Door> of(ServletContext context, String endpoint) {
        return context.getAttribute(ATTRIBUTE) instanceof Doors doors && doors.endpoints.containsKey(endpoint)
                ? Optional.of(new EndpointDoor(() -> doors.open.getOrDefault(endpoint, CLOSED)))
                : Optional.empty();
    }

    /**
     * Finds the tools that an endpoint was added with, so that they needn't be read again.
     *
     * @param context the application's context
     * @param endpoint the name of the endpoint's servlet
     * @return its tools, or empty where no such endpoint was added
     */
    public static Optional<ToolCatalog> toolsOf(ServletContext context, String endpoint) {
        return context.getAttribute(ATTRIBUTE) instanceof Doors doors
                ? Optional.ofNullable(doors.endpoints.get(endpoint)).map(Endpoint::tools)
                : Optional.empty();
    }

    /**
     * Adds an endpoint, whose door will open with the others.
     *
     * @param endpoint the name of its servlet
     * @param source where its tools are named, for messages
     * @param tools what it offers
     * @param settings its limits
     */
    public void add(String endpoint, String source, ToolCatalog tools, DoorSettings settings) {
        endpoints.put(endpoint, new Endpoint(source, tools, settings));
    }

    /** Shows every tool and where it is named. */
    void forEachTool(BiConsumer<String, Tool> visitor) {
        endpoints
                .values()
                .forEach(endpoint -> endpoint.tools().tools().forEach(tool -> visitor.accept(endpoint.source(), tool)));
    }

    /** Opens the doors; never throws, because some servers would take the whole application down. */
    void open(ServletContext context) {
        try {
            Container container = Containers.of(context);
            Relay relay = new Relay(context, container, slotCount, endpoints.keySet());
            ConstraintGate constraints = new ConstraintGate(container);
            Watchdog started = new Watchdog();
            watchdog = Optional.of(started);
            endpoints.forEach((name, endpoint) -> open(name, endpoint, constraints, relay, container, started));
            if (!relay.seal()) {
                throw new IllegalStateException(
                        "the container holds the filters in another order than they were mapped");
            }
        } catch (UnreadableContainerException | IllegalStateException | UnsupportedOperationException e) {
            open.clear();
            LOG.error(
                    "No tool is offered, because the guards of this application can't be proved: {}",
                    e.getMessage(),
                    e);
        }
        reports.values().forEach(report -> LOG.info("{}", report));
        if (endpoints.values().stream().anyMatch(endpoint -> endpoint.settings().cookies())) {
            CookieAdvice.of(context).forEach(advice -> LOG.warn("Sessions work through MCP here: {}", advice));
        }
    }

    /**
     * Counts the calls that were interrupted, because of their time limit or by their caller, and still run.
     *
     * @return how many threads such calls hold now
     */
    public int stuckCalls() {
        return watchdog.map(Watchdog::stuck).orElse(0);
    }

    /** Ends what watches over the calls. */
    @Override
    public void close() {
        open.clear();
        watchdog.ifPresent(Watchdog::close);
    }

    private void open(
            String name,
            Endpoint endpoint,
            ConstraintGate constraints,
            Relay relay,
            Container container,
            Watchdog started) {
        Map<ToolName, Verdict> verdicts = new LinkedHashMap<>();
        List<GuardReport.Line> lines = new ArrayList<>();
        for (Tool tool : endpoint.tools().tools()) {
            Verdict verdict = verdict(tool, relay, endpoint.settings());
            verdicts.put(tool.name(), verdict);
            lines.add(new GuardReport.Line(
                    tool,
                    constraints.describe(
                            tool.route().path().toString(), tool.route().method()),
                    verdict));
        }
        reports.put(name, new GuardReport(container.name(), lines));
        CaptureBase base = container.traits().needsOwnResponse() ? CaptureBase.OWN : CaptureBase.BLANK;
        open.put(name, new RelayDoor(constraints, relay, verdicts, endpoint.settings(), started, base, clock));
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
