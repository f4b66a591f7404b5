/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.tool;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tools that an application offers, frozen.
 *
 * <p>A look-up is exact and takes the same time for ten tools and for ten thousand. Immutable and thread-safe.
 */
public final class ToolCatalog {
    private final List<Tool> tools;
    private final Map<String, Tool> byName;
    private final Map<String, Tool> byRouteName;

    private ToolCatalog(List<Tool> tools, Map<String, Tool> byName, Map<String, Tool> byRouteName) {
        this.tools = tools;
        this.byName = byName;
        this.byRouteName = byRouteName;
    }

    /**
     * Makes a catalogue.
     *
     * @param tools the tools, in any order
     * @return the catalogue of them
     * @throws IllegalArgumentException if two tools have one name, or call one route
     */
    public static ToolCatalog of(Collection<Tool> tools) {
        List<Tool> sorted = tools.stream()
                .sorted(Comparator.comparing(tool -> tool.name().text()))
                .toList();
        Map<String, Tool> byName = new HashMap<>();
        Map<String, Tool> byRouteName = new HashMap<>();
        Map<String, Tool> byShape = new HashMap<>();
        for (Tool tool : sorted) {
            Tool namesake = byName.putIfAbsent(tool.name().text(), tool);
            if (namesake != null) {
                throw new IllegalArgumentException(
                        "Two tools are named " + tool.name() + ": " + namesake.route() + " and " + tool.route());
            }
            Tool twin = byShape.putIfAbsent(
                    tool.route().method() + tool.route().path().shape(), tool);
            if (twin != null) {
                throw new IllegalArgumentException(
                        "Two tools call " + tool.route() + ": " + twin.name() + " and " + tool.name());
            }
            byRouteName.put(tool.routeName(), tool);
        }
        return new ToolCatalog(sorted, Map.copyOf(byName), Map.copyOf(byRouteName));
    }

    /**
     * Lists all tools, in the order of their names.
     *
     * @return the tools
     */
    public List<Tool> tools() {
        return tools;
    }

    /**
     * Finds a tool by its MCP name.
     *
     * @param name a name, as a client sent it
     * @return the tool of exactly this name, or empty
     */
    public Optional<Tool> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Finds a tool by its route name.
     *
     * @param routeName a name such as {@code GET_/user/notes/{id}}, as a client sent it
     * @return the tool of exactly this name, or empty
     */
    public Optional<Tool> byRouteName(String routeName) {
        return Optional.ofNullable(byRouteName.get(routeName));
    }
}
