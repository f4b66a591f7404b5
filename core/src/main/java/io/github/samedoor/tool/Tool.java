/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.tool;

import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.Route;
import java.util.List;

/**
 * A route that is offered to agents.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name over MCP, unique in its catalogue
 * @param route what a call of the tool calls
 * @param title a short name for people
 * @param description what the tool does, for the model
 * @param parameters the arguments, in their declared order
 * @param inputSchema the JSON Schema of all arguments together, as JSON text of type object
 */
public record Tool(
        ToolName name,
        Route route,
        String title,
        String description,
        List<ParameterBinding> parameters,
        String inputSchema) {
    /** Keeps a copy of the parameters. */
    public Tool {
        parameters = List.copyOf(parameters);
    }

    /**
     * Returns the name that {@code /invoke} knows the tool by: method and path template.
     *
     * @return a name such as {@code GET_/user/notes/{id}}
     */
    public String routeName() {
        return route.method() + '_' + route.path();
    }
}
