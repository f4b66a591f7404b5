/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import io.github.samedoor.mcp.door.container.Container;
import io.github.samedoor.mcp.door.container.FilterMapping;
import io.github.samedoor.mcp.door.container.ServletMapping;
import io.github.samedoor.mcp.door.container.UrlPattern;
import io.github.samedoor.mcp.door.relay.PreparedRoute.Way;
import io.github.samedoor.mcp.door.view.CallerView;
import io.github.samedoor.mcp.door.view.CapturedResponse;
import io.github.samedoor.mcp.door.view.RouteRequest;
import io.github.samedoor.mcp.door.view.TargetPath;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.PathTemplate;
import io.github.samedoor.route.RouteCall;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The relay of one application: it knows the guards of every path, has them mapped onto slots, and sends calls through.
 *
 * <p>Routes are prepared while the application starts. Afterwards it is only read, and thread-safe.
 */
public final class Relay {
    private final Container container;
    private final Set<String> endpoints;
    private final List<FilterMapping> filters;
    private final List<UrlPattern> patterns;
    private final List<UrlPattern> allPatterns;
    private final Slots slots;
    private final Ways ways;
    private final Dispatchers dispatchers;
    private volatile RegistrationSeal sealed;

    /**
     * Reads an application's guards and puts the relay filter before all of its forwards.
     *
     * @param context the application's context
     * @param container the container it runs on
     * @param slotCount how many slots were registered
     * @param endpoints the names of the MCP endpoints' servlets, which no call may arrive at
     */
    public Relay(ServletContext context, Container container, int slotCount, Set<String> endpoints) {
        this.endpoints = Set.copyOf(endpoints);
        this.container = container;
        this.filters = Registrations.ofApplication(container.filterMappings(), slotCount);
        List<ServletMapping> servlets = container.servletMappings();
        this.patterns = Registrations.patterns(filters, servlets);
        this.allPatterns = new ArrayList<>(patterns);
        container.constraints().forEach(constraint -> allPatterns.addAll(constraint.patterns()));
        this.slots = new Slots(context, slotCount, container.traits().separatesDeclaredFilters());
        this.ways = new Ways(filters, servlets, container, slots, this.endpoints);
        this.dispatchers = new Dispatchers(context);
        this.sealed = new RegistrationSeal(List.of());
        Registrations.mapRelayFilter(context, servlets, slotCount);
    }

    /**
     * Finds the guards of a route and has them mapped onto slots; to be called while the application starts.
     *
     * @param path the route's path
     * @param servedBy the servlet or filter that is said to serve it, where the operator said so
     * @return the route, ready for calls
     * @throws UnprovableChainException if no call of it could pass exactly the guards of a direct one
     */
    public PreparedRoute prepare(PathTemplate path, Optional<String> servedBy) throws UnprovableChainException {
        refuseWildcards();
        List<String> samples = SamplePaths.of(path, patterns);
        refuseUnclearPatterns();
        TargetPath ordinary = ways.paths()
                .resolve(samples.get(0))
                .orElseThrow(() -> new UnprovableChainException(
                        "no servlet is mapped to its path", "correct the path of the tool"));
        refuseUnserved(ordinary, servedBy, samples.get(0));
        refuseRoleReferences(ordinary.servletName());
        refuseAheadOfRelay(ordinary.servletName());
        for (String sample : samples) {
            Optional<TargetPath> target = ways.paths().resolve(sample);
            if (target.isPresent() && target.get().servletName().equals(ordinary.servletName())) {
                ways.prepare(sample, target.get());
            }
        }
        GuardChain usual = ways.chain(samples.get(0), ordinary.servletName());
        Optional<Way> fixed =
                path.parameters().isEmpty() ? Optional.of(ways.prepare(samples.get(0), ordinary)) : Optional.empty();
        return new PreparedRoute(ordinary.servletName(), usual.names(), fixed);
    }

    /**
     * Ends the preparation: no other registration is accepted from here on.
     *
     * @return whether the container holds on each slot what was asked for, in the order that was asked for
     */
    public boolean seal() {
        ways.prepareDispatches(patterns);
        sealed = new RegistrationSeal(container.registrations());
        List<FilterMapping> all = container.filterMappings();
        List<List<String>> wanted = slots.wanted();
        for (int number = 0; number < wanted.size(); number++) {
            if (!Registrations.ofSlot(new Slot(number), all).equals(wanted.get(number))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Finds the way of a call.
     *
     * @param route the prepared route
     * @param path the decoded path of the call
     * @return the way, or empty where the path arrives at another servlet or its guards aren't on a slot
     */
    Optional<Way> way(PreparedRoute route, String path) {
        return route.fixed().isPresent() ? route.fixed() : ways.find(path, route.servletName());
    }

    /**
     * Sends a call past the guards of its route to the route, on this thread.
     *
     * @param route the prepared route
     * @param call the call
     * @param headers every header line that the route may see
     * @param caller the request that carries the call
     * @param response the response that keeps the answer
     * @param sees what the route may see of the caller
     * @param startedAt when the call began, in milliseconds of the epoch
     * @return whether the answer is one of the route or of a guard in front of it; if not, it must not be told
     * @throws ServletException as the route threw it
     * @throws IOException as the route threw it
     * @throws InterruptedException if the call is cancelled or over its limit while it waits for an asynchronous route
     */
    public boolean send(
            PreparedRoute route,
            RouteCall call,
            HeaderFields headers,
            HttpServletRequest caller,
            CapturedResponse response,
            CallerView sees,
            long startedAt)
            throws ServletException, IOException, InterruptedException {
        Optional<Way> way = way(route, call.path());
        if (way.isEmpty()) {
            return false;
        }
        RelayedCall relayed =
                new RelayedCall(dispatchers, ways, way.get(), container.traits().wrapsOutside(), startedAt);
        relayed.start(new RouteRequest(caller, relayed, call, way.get().target(), headers, response, sees), response);
        return !relayed.isRejected();
    }

    /** Returns whether the application's filter mappings and constraints are still those that were read. */
    public boolean isUnchanged() {
        return sealed.isIntact();
    }

    private void refuseUnserved(TargetPath target, Optional<String> servedBy, String path)
            throws UnprovableChainException {
        if (endpoints.contains(target.servletName())) {
            throw new UnprovableChainException("its path is Samedoor's own", "offer another route");
        }
        boolean said = servedBy.isPresent()
                && (servedBy.get().equals(target.servletName())
                        || ways.chain(path, target.servletName()).names().contains(servedBy.get()));
        if (servedBy.isPresent() && !said) {
            throw new UnprovableChainException(
                    "its path is served by " + target.servletName() + ", not by " + servedBy.get(),
                    "correct the path or servedBy of the tool");
        }
        if (ways.paths().isDefault(target) && !said) {
            throw new UnprovableChainException(
                    "no servlet of the application is mapped to its path",
                    "correct the path, or name the filter or servlet that serves it as servedBy");
        }
    }

    /** Refuses to guess where containers read a pattern differently: an extension with a dot of its own. */
    private void refuseUnclearPatterns() throws UnprovableChainException {
        for (UrlPattern pattern : allPatterns) {
            if (pattern.isExtension() && pattern.text().indexOf('.', 2) >= 0) {
                throw new UnprovableChainException(
                        "the application maps the URL pattern " + pattern.text()
                                + ", which containers read differently",
                        "map by an extension with one dot, such as *.gz, or by a path");
            }
        }
    }

    /** Refuses role names that mean another role to the route than to the MCP endpoint. */
    private void refuseRoleReferences(String servlet) throws UnprovableChainException {
        if (container.hasRoleReferences(servlet)) {
            throw new UnprovableChainException(
                    "the servlet " + servlet + " has a security-role-ref, which can't be evaluated for a tool call",
                    "let the servlet ask for the role by its own name and remove the security-role-ref");
        }
    }

    /** Refuses a filter that the container puts before all later ones: it would see the relay's forward as one. */
    private void refuseAheadOfRelay(String servlet) throws UnprovableChainException {
        for (String filter : Registrations.aheadOfRelay(servlet, container.filterMappings())) {
            throw new UnprovableChainException(
                    "the filter " + filter + " is mapped to the servlet " + servlet
                            + " for FORWARD and before all other filters, so it would not see a direct request",
                    "map " + filter + " by URL, or for REQUEST only");
        }
    }

    /** Refuses what would run on the relay's own forwards by itself, whatever it guards. */
    private void refuseWildcards() throws UnprovableChainException {
        for (FilterMapping mapping : filters) {
            boolean byName = mapping.namesEveryServlet()
                    && (container.traits().runsWildcardNameAlways() || mapping.appliesTo(DispatcherType.FORWARD));
            boolean byUrl = mapping.patterns().stream().anyMatch(UrlPattern::isAsterisk)
                    && mapping.appliesTo(DispatcherType.FORWARD);
            if (byName || byUrl) {
                throw new UnprovableChainException(
                        "the filter " + mapping.filterName() + " is mapped to '*', so it would run more than once",
                        "map it to the URL pattern /* instead");
            }
        }
    }
}
