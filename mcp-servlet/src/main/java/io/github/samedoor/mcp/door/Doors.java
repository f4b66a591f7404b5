/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.mcp.door.container.Container;
import io.github.samedoor.mcp.door.container.Containers;
import io.github.samedoor.mcp.door.container.UnreadableContainerException;
import io.github.samedoor.mcp.door.relay.Registrations;
import io.github.samedoor.mcp.door.relay.Relay;
import io.github.samedoor.mcp.door.relay.SelfTest;
import io.github.samedoor.mcp.door.view.CapturedResponse;
import io.github.samedoor.mcp.door.view.RouteRequest;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolCatalog;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The doors of an application, one for each MCP endpoint.
 *
 * <p>The guards are read when everything of the application is registered and before it serves, and the doors open once the
 * relay has been tried, at the first request. Until then, and where the guards can't be read, they are closed: no tool is
 * offered. Thread-safe.
 */
public final class Doors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
    private static final String ATTRIBUTE = Doors.class.getName();
    private static final Door CLOSED = new ClosedDoor();
    private static final int SELF_TEST_LIMIT = 4_096;

    private final ServletContext context;
    private final int slotCount;
    private final Clock clock;
    private final Map<String, Opening.Endpoint> endpoints = new LinkedHashMap<>();
    private final Object reading = new Object();
    private Optional<Watchdog> watchdog = Optional.empty();
    private Optional<Container> container = Optional.empty();
    private volatile Optional<SelfTest> untried = Optional.empty();
    private volatile Opening opening = new Opening(Optional.empty(), Map.of(), Map.of());

    /**
     * Registers with an application what its doors need; to be called while its initializers run.
     *
     * @param context the application's context
     * @param slotCount how many different chains of filters the doors can carry
     * @param clock tells when a call began
     */
    public Doors(ServletContext context, int slotCount, Clock clock) {
        this.context = context;
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
                ? Optional.of(new EndpointDoor(doors, endpoint))
                : Optional.empty();
    }

    /**
     * Finds the guard report of an endpoint, as it is now.
     *
     * @param context the application's context
     * @param endpoint the name of the endpoint's servlet
     * @return the report, or empty where no such endpoint was added or the application hasn't started
     */
    public static Optional<GuardReport> report(ServletContext context, String endpoint) {
        return context.getAttribute(ATTRIBUTE) instanceof Doors doors
                ? Optional.ofNullable(doors.opening.reports().get(endpoint))
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
                ? Optional.ofNullable(doors.endpoints.get(endpoint)).map(Opening.Endpoint::tools)
                : Optional.empty();
    }

    /**
     * Adds an endpoint, whose door will open with the others.
     *
     * @param endpoint the name of its servlet
     * @param source where its tools are named, for messages
     * @param tools its tools
     * @param routes all that it calls: the tools, and the routes behind what else it offers
     * @param settings its limits
     */
    public void add(String endpoint, String source, ToolCatalog tools, ToolCatalog routes, DoorSettings settings) {
        CallsUnderWay calls = new CallsUnderWay(settings.callsPerCaller(), settings.calls());
        endpoints.put(endpoint, new Opening.Endpoint(source, tools, routes, settings, calls));
    }

    /** Shows every tool and where it is named. */
    void forEachTool(BiConsumer<String, Tool> visitor) {
        endpoints
                .values()
                .forEach(
                        endpoint -> endpoint.routes().tools().forEach(tool -> visitor.accept(endpoint.source(), tool)));
    }

    /** Opens the doors; never throws, because some servers would take the whole application down. */
    void open() {
        try {
            Container known = Containers.of(context);
            container = Optional.of(known);
            Relay relay = new Relay(context, known, slotCount, endpoints.keySet());
            Watchdog started = new Watchdog();
            watchdog = Optional.of(started);
            opening = Opening.of(relay, known, endpoints, started, clock);
            untried = Optional.of(relay.selfTest());
            relay.seal();
        } catch (UnreadableContainerException | IllegalStateException | UnsupportedOperationException e) {
            close(GuardReport.SelfTest.NOT_RUN, e.getMessage(), Containers.MEND);
            LOG.debug("Why the guards can't be proved", e);
        }
        tell();
        if (endpoints.values().stream().anyMatch(endpoint -> endpoint.settings().cookies())) {
            CookieAdvice.of(context).forEach(advice -> LOG.warn("Sessions work through MCP here: {}", advice));
        }
    }

    /**
     * Makes sure that what is offered rests on what the container does and holds now: tries the relay at the first request,
     * and reads everything anew after a registration.
     */
    void ready(HttpServletRequest request, HttpServletResponse response) {
        if (untried.isPresent()) {
            tryRelay(request, response);
        }
        if (!opening.isCurrent()) {
            readAgain();
        }
    }

    /** Finds the door of an endpoint for now: closed until the relay has been tried. */
    Door current(String endpoint) {
        return untried.isPresent() ? CLOSED : opening.door(endpoint);
    }

    private void tryRelay(HttpServletRequest request, HttpServletResponse response) {
        synchronized (reading) {
            if (untried.isEmpty()) {
                return;
            }
            CaptureBase base = container.map(CaptureBase::on).orElseThrow();
            Optional<String> wrong = untried.get()
                    .run(
                            RouteRequest.container(request),
                            response,
                            () -> new CapturedResponse(base.of(response), SELF_TEST_LIMIT));
            if (wrong.isPresent()) {
                close(
                        GuardReport.SelfTest.FAILED,
                        "the relay doesn't work on this container as it must: " + wrong.get(),
                        "use a container and version that Samedoor is tested on");
                tell();
            } else {
                opening = opening.tried();
            }
            untried = Optional.empty();
        }
    }

    private void readAgain() {
        synchronized (reading) {
            if (opening.isCurrent()) {
                return;
            }
            LOG.warn("Filters, servlets or constraints were registered after start-up: the guards are read again");
            try {
                Relay relay = opening.relay().orElseThrow().again();
                opening = Opening.of(relay, container.orElseThrow(), endpoints, watchdog.orElseThrow(), clock)
                        .tried();
            } catch (UnreadableContainerException | IllegalStateException e) {
                close(GuardReport.SelfTest.PASSED, e.getMessage(), "restart the application");
            }
            tell();
        }
    }

    private void close(GuardReport.SelfTest selfTest, @Nullable String reason, String mend) {
        opening = Opening.closed(
                context.getServerInfo(), selfTest, endpoints, new Verdict.Refused(String.valueOf(reason), mend));
    }

    private void tell() {
        if (opening.relay().isEmpty()) {
            LOG.error("No tool is offered, because the guards of this application can't be proved");
        }
        opening.reports().values().forEach(report -> LOG.info("{}", report));
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
        opening = new Opening(Optional.empty(), Map.of(), Map.of());
        watchdog.ifPresent(Watchdog::close);
    }
}
