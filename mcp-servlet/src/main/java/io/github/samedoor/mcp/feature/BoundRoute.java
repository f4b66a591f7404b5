/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.binding.ArgumentBinder;
import io.github.samedoor.mcp.binding.Binding;
import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.Place;
import io.github.samedoor.route.Route;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolCatalog;
import io.github.samedoor.tool.ToolName;
import java.util.List;
import java.util.Optional;

/**
 * A GET route that answers for a resource or a prompt, past the same door as every tool.
 *
 * <p>Where a tool calls the same route, it is that tool. Immutable and thread-safe.
 *
 * @param tool what the door knows the route by
 * @param binder binds its arguments
 */
public record BoundRoute(Tool tool, ArgumentBinder binder) {
    /** Makes a route of which all arguments are texts: those in its path, and the others as query fields. */
    static BoundRoute of(String name, String path, List<String> arguments, List<String> required, ToolCatalog tools) {
        Route route = Route.of("GET", path);
        List<ParameterBinding> parameters = arguments.stream()
                .map(argument -> route.path().parameters().contains(argument)
                        ? new ParameterBinding(argument, Place.PATH, true, "{\"type\":\"string\"}")
                        : new ParameterBinding(
                                argument, Place.QUERY, required.contains(argument), "{\"type\":\"string\"}"))
                .toList();
        Tool own =
                new Tool(new ToolName(name), route, name, name, parameters, "{\"type\":\"object\"}", Optional.empty());
        Tool tool = tools.byRouteName(own.routeName()).orElse(own);
        return new BoundRoute(tool, ArgumentBinder.of(tool));
    }

    /**
     * Binds arguments to the route.
     *
     * @param arguments the arguments
     * @return the call, or why there is none
     */
    public Binding bind(ObjectNode arguments) {
        return binder.bind(arguments);
    }
}
