/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import io.github.samedoor.mcp.door.container.Container.Traits;
import io.github.samedoor.mcp.door.container.FilterMapping;
import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The filters that a direct request passes on its way to a servlet, in the container's order.
 *
 * @param filters the filters that a slot must carry
 * @param runAtTarget the names of those that the container runs by itself at the forward to the servlet
 */
record GuardChain(List<Guard> filters, List<String> runAtTarget) {
    /**
     * One filter of a chain.
     *
     * @param filterName its name
     * @param declared whether its mapping is a declared one, see {@link FilterMapping#declared()}
     */
    record Guard(String filterName, boolean declared) {}

    /** Keeps copies. */
    GuardChain {
        filters = List.copyOf(filters);
        runAtTarget = List.copyOf(runAtTarget);
    }

    /** Returns the names of all filters in the order in which they run. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        filters.forEach(guard -> names.add(guard.filterName()));
        names.addAll(runAtTarget);
        return names;
    }

    /**
     * Works out the chain of a path.
     *
     * @param all every mapping of the application's own, in the container's order
     * @param traits what is particular to the container
     * @param path a decoded path below the context path
     * @param servlet the servlet that the path arrives at
     * @param type the dispatch: a direct request, or one of an asynchronous route
     * @return the chain
     * @throws UnprovableChainException if a relayed call could not pass exactly these filters in this order
     */
    static GuardChain of(List<FilterMapping> all, Traits traits, String path, String servlet, DispatcherType type)
            throws UnprovableChainException {
        List<FilterMapping> direct = direct(all, traits, path, servlet, type);
        refuseForwardOnly(all, direct, servlet);
        List<Guard> copied = new ArrayList<>();
        List<String> atTarget = new ArrayList<>();
        for (FilterMapping mapping : direct) {
            if (runsAtTarget(mapping, servlet)) {
                atTarget.add(mapping.filterName());
            } else if (atTarget.isEmpty()) {
                copied.add(new Guard(mapping.filterName(), mapping.declared()));
            } else {
                throw new UnprovableChainException(
                        "the filter " + atTarget.get(0) + ", mapped to the servlet " + servlet
                                + " for FORWARD too, runs before the filter " + mapping.filterName()
                                + " on a direct request and would run after it on a tool call",
                        "map " + atTarget.get(0) + " by URL, or for REQUEST only, or declare it last");
            }
        }
        return new GuardChain(copied, atTarget);
    }

    private static List<FilterMapping> direct(
            List<FilterMapping> all, Traits traits, String path, String servlet, DispatcherType type) {
        List<FilterMapping> direct = new ArrayList<>();
        for (FilterMapping mapping : all) {
            boolean matches =
                    mapping.matchesPath(path) || (traits.mixesNameMappings() && mapping.matchesServlet(servlet));
            if (matches && mapping.appliesTo(type)) {
                direct.add(mapping);
            }
        }
        if (!traits.mixesNameMappings()) {
            for (FilterMapping mapping : all) {
                if (mapping.matchesServlet(servlet) && mapping.appliesTo(type)) {
                    direct.add(mapping);
                }
            }
        }
        return traits.repeatsFilters() ? direct : withoutRepeats(direct);
    }

    private static List<FilterMapping> withoutRepeats(List<FilterMapping> mappings) {
        Set<String> seen = new LinkedHashSet<>();
        return mappings.stream()
                .filter(mapping -> seen.add(mapping.filterName()))
                .toList();
    }

    private static boolean runsAtTarget(FilterMapping mapping, String servlet) {
        return mapping.servletNames().contains(servlet) && mapping.appliesTo(DispatcherType.FORWARD);
    }

    private static void refuseForwardOnly(List<FilterMapping> all, List<FilterMapping> direct, String servlet)
            throws UnprovableChainException {
        for (FilterMapping mapping : all) {
            boolean onlyForward = runsAtTarget(mapping, servlet) && !direct.contains(mapping);
            if (onlyForward) {
                throw new UnprovableChainException(
                        "the filter " + mapping.filterName() + " is mapped to the servlet " + servlet
                                + " for FORWARD but not for REQUEST, so it would run on a tool call and doesn't on a"
                                + " direct request",
                        "map " + mapping.filterName() + " by URL");
            }
        }
    }
}
