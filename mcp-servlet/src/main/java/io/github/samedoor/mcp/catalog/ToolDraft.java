/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.Route;
import io.github.samedoor.tool.ToolName;
import java.util.List;
import java.util.Optional;

/**
 * A tool as one source describes it, before the names of the catalogue are settled.
 *
 * @param name the name that its author gave it, or empty for a derived one
 * @param route what it calls
 * @param title a short name for people
 * @param description what it does, for the model
 * @param parameters its arguments, in their declared order
 * @param definitions the schemas that those of the parameters refer to as {@code #/$defs/…}: a JSON object as text
 * @param servedBy the servlet or filter that must serve the route, if said
 */
record ToolDraft(
        Optional<ToolName> name,
        Route route,
        String title,
        String description,
        List<ParameterBinding> parameters,
        Optional<String> definitions,
        Optional<String> servedBy) {
    ToolDraft {
        parameters = List.copyOf(parameters);
    }
}
