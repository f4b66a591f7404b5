/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.feature;

import io.github.samedoor.mcp.change.Change;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolCatalog;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an application offers beside tools, frozen.
 *
 * @param resources the resources and the templates of resources, in the order of their file
 * @param prompts the prompts, in the order of their file
 */
public record Features(List<Resource> resources, List<Prompt> prompts) {
    /** Keeps copies. */
    public Features {
        resources = List.copyOf(resources);
        prompts = List.copyOf(prompts);
    }

    /**
     * Returns the features of an application that has none.
     *
     * @return no resources and no prompts
     */
    public static Features none() {
        return new Features(List.of(), List.of());
    }

    /**
     * Tells whether anything has arguments that a client may complete.
     *
     * @return whether there is a prompt or a template
     */
    public boolean hasCompletions() {
        return !prompts.isEmpty() || resources.stream().anyMatch(Resource::isTemplate);
    }

    /**
     * Names the lists that an endpoint has: that of the tools always.
     *
     * @return the lists that clients can ask for
     */
    public Set<Change.Listed> lists() {
        Set<Change.Listed> lists = EnumSet.of(Change.Listed.TOOLS);
        if (!resources.isEmpty()) {
            lists.add(Change.Listed.RESOURCES);
        }
        if (!prompts.isEmpty()) {
            lists.add(Change.Listed.PROMPTS);
        }
        return lists;
    }

    /**
     * Finds the prompt of a name.
     *
     * @param name a name, as a client sent it
     * @return the prompt of exactly this name, or empty
     */
    public Optional<Prompt> prompt(String name) {
        return prompts.stream().filter(prompt -> prompt.name().equals(name)).findFirst();
    }

    /**
     * Returns everything that the door must know: the tools, and the routes behind resources and prompts.
     *
     * @param tools the tools
     * @return a catalogue of all routes
     * @throws IllegalArgumentException if two of them call one route under different names of its parameters
     */
    public ToolCatalog routes(ToolCatalog tools) {
        Map<String, Tool> all = new LinkedHashMap<>();
        tools.tools().forEach(tool -> all.put(tool.routeName(), tool));
        Stream.concat(
                        resources.stream().map(Resource::route),
                        prompts.stream().map(Prompt::route).flatMap(Optional::stream))
                .forEach(route -> all.putIfAbsent(route.tool().routeName(), route.tool()));
        return ToolCatalog.of(all.values());
    }
}
