/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.Route;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolCatalog;
import io.github.samedoor.tool.ToolName;
import io.github.samedoor.tool.ToolNameParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one place where the tools of all sources become a catalogue.
 *
 * <p>A source (today the tools file alone) yields {@link ToolDraft}s. Names are derived here and not there, since a name
 * depends on all the tools of a catalogue.
 */
final class CatalogMerge {
    private CatalogMerge() {}

    /**
     * Makes a catalogue of drafts, whatever their order.
     *
     * @throws IllegalArgumentException if two drafts have one name or call one route
     */
    static ToolCatalog merge(List<ToolDraft> drafts) {
        Set<ToolName> given =
                drafts.stream().map(ToolDraft::name).flatMap(Optional::stream).collect(Collectors.toSet());
        List<Route> unnamed = drafts.stream()
                .filter(draft -> draft.name().isEmpty())
                .map(ToolDraft::route)
                .toList();
        Map<Route, ToolName> derived = ToolNameParser.mcpNames(unnamed, given);
        return ToolCatalog.of(drafts.stream()
                .map(draft -> tool(draft, draft.name().orElseGet(() -> derived.get(draft.route()))))
                .toList());
    }

    private static Tool tool(ToolDraft draft, ToolName name) {
        return new Tool(
                name,
                draft.route(),
                draft.title(),
                draft.description(),
                draft.parameters(),
                inputSchema(draft),
                draft.servedBy());
    }

    /** Joins the schemas of the parameters; their names are plain text that JSON needs no escapes for. */
    private static String inputSchema(ToolDraft draft) {
        String properties = draft.parameters().stream()
                .map(parameter -> '"' + parameter.name() + "\":" + parameter.schema())
                .collect(Collectors.joining(",", "{", "}"));
        String required = draft.parameters().stream()
                .filter(ParameterBinding::required)
                .map(parameter -> '"' + parameter.name() + '"')
                .collect(Collectors.joining(","));
        return "{\"type\":\"object\",\"properties\":" + properties
                + (required.isEmpty() ? "" : ",\"required\":[" + required + "]")
                + ",\"additionalProperties\":false"
                + draft.definitions().map(text -> ",\"$defs\":" + text).orElse("")
                + '}';
    }
}
