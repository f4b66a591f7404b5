/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import io.github.samedoor.mcp.door.container.Container;
import io.github.samedoor.mcp.door.container.FilterMapping;
import io.github.samedoor.mcp.door.container.ServletMapping;
import io.github.samedoor.mcp.door.container.UrlPattern;
import io.github.samedoor.mcp.door.relay.PreparedRoute.Way;
import io.github.samedoor.mcp.door.view.TargetPath;
import io.github.samedoor.route.PathText;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a path arrives and which filters stand before it, for a direct request and for an asynchronous dispatch. */
final class Ways {
    private final List<FilterMapping> filters;
    private final Container container;
    private final ServletPaths paths;
    private final Slots slots;
    private final Set<String> endpoints;
    private final Set<String> synchronousFilters;
    private final Set<String> synchronousServlets;
    private boolean dispatches;

    Ways(
            List<FilterMapping> filters,
            List<ServletMapping> servlets,
            Container container,
            Slots slots,
            Set<String> endpoints) {
        this.filters = filters;
        this.container = container;
        this.paths = new ServletPaths(servlets, container.traits().showsRootAsServletPath());
        this.slots = slots;
        this.endpoints = endpoints;
        this.synchronousFilters = filters.stream()
                .map(FilterMapping::filterName)
                .filter(name -> !container.filterSupportsAsync(name))
                .collect(Collectors.toUnmodifiableSet());
        this.synchronousServlets = servlets.stream()
                .map(ServletMapping::servletName)
                .filter(name -> !container.servletSupportsAsync(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    ServletPaths paths() {
        return paths;
    }

    /** Works out the filters of a direct request. */
    GuardChain chain(String path, String servlet) throws UnprovableChainException {
        return GuardChain.of(filters, container.traits(), path, servlet, DispatcherType.REQUEST);
    }

    /** Has the filters of a path mapped onto slots, and those that an asynchronous dispatch to it would meet. */
    Way prepare(String path, TargetPath target) throws UnprovableChainException {
        GuardChain chain = chain(path, target.servletName());
        Way way = new Way(target, slots.carry(chain), supportsAsync(chain, target));
        if (way.async()) {
            dispatches = true;
            carryDispatch(path, target.servletName());
        }
        return way;
    }

    /** Has the filters of dispatches to the application's other paths mapped, as far as there are slots left. */
    void prepareDispatches(List<UrlPattern> patterns) {
        if (!dispatches) {
            return;
        }
        for (String path : SamplePaths.of(patterns)) {
            paths.resolve(path).ifPresent(target -> carryDispatch(path, target.servletName()));
        }
    }

    /** Finds the way of a path; empty where it arrives at another servlet or its filters aren't on a slot. */
    Optional<Way> find(String path, String servlet) {
        Optional<TargetPath> target =
                paths.resolve(path).filter(at -> at.servletName().equals(servlet));
        if (target.isEmpty()) {
            return Optional.empty();
        }
        try {
            GuardChain chain = chain(path, servlet);
            return slots.find(chain).map(found -> new Way(target.get(), found, supportsAsync(chain, target.get())));
        } catch (UnprovableChainException e) {
            return Optional.empty();
        }
    }

    /**
     * Finds the way of an asynchronous dispatch: past the filters that are mapped for {@code ASYNC}.
     *
     * @throws ServletException if they can't be proved to be met; the message names the mend
     */
    Way dispatch(String encodedPath) throws ServletException {
        String path = decode(encodedPath);
        TargetPath target = paths.resolve(path)
                .filter(at -> !endpoints.contains(at.servletName()))
                .orElseThrow(() -> new ServletException("The path of an asynchronous dispatch arrives nowhere"));
        try {
            GuardChain chain =
                    GuardChain.of(filters, container.traits(), path, target.servletName(), DispatcherType.ASYNC);
            SlotChain found = slots.find(chain)
                    .orElseThrow(() -> new ServletException("No slot carries the ASYNC filters " + chain.names()
                            + " of a dispatch: offer the route that it goes to as a tool too, or map these filters"
                            + " for REQUEST alone"));
            return new Way(target, found, supportsAsync(chain, target));
        } catch (UnprovableChainException e) {
            throw new ServletException("An asynchronous dispatch can't be made: " + e.reason() + "; " + e.mend(), e);
        }
    }

    private void carryDispatch(String path, String servlet) {
        try {
            slots.carry(GuardChain.of(filters, container.traits(), path, servlet, DispatcherType.ASYNC));
        } catch (UnprovableChainException e) {
            // The routes are offered all the same; the dispatch is refused when it is made.
        }
    }

    private boolean supportsAsync(GuardChain chain, TargetPath target) {
        return !synchronousServlets.contains(target.servletName())
                && chain.names().stream().noneMatch(synchronousFilters::contains);
    }

    private static String decode(String encodedPath) throws ServletException {
        String path;
        try {
            path = URLDecoder.decode(encodedPath.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ServletException("The path of an asynchronous dispatch isn't percent-encoded", e);
        }
        boolean clear = path.startsWith("/")
                && Stream.of(path.substring(1).split("/", -1)).noneMatch(Ways::isAmbiguous)
                && path.chars().filter(c -> c == '/').count()
                        == encodedPath.chars().filter(c -> c == '/').count();
        if (!clear) {
            throw new ServletException("The path of an asynchronous dispatch could be read in two ways");
        }
        return path;
    }

    /** An empty segment is one that {@code //} makes, or the end of a path with a slash, which is clear. */
    private static boolean isAmbiguous(String segment) {
        return !segment.isEmpty() && PathText.isAmbiguous(segment);
    }
}
