/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.revision.Revision;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.HttpReply;
import io.github.samedoor.mcp.wire.JsonText;
import io.github.samedoor.mcp.wire.RawJson;
import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.tool.Tool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The lists of tools, every entry of which is written once at start.
 *
 * <p>Immutable and thread-safe.
 */
final class ToolListing {
    private final List<Toolbox.Entry> tools;
    private final Map<String, List<RawJson>> byRevision = new HashMap<>();
    private final List<RawJson> routes;
    private final PageCursor cursors;
    private final int pageSize;
    private final boolean perCaller;

    /**
     * Writes the entries.
     *
     * @param toolbox the tools
     * @param revisions the revisions that describe them
     * @param pageSize how many entries a page has at most
     * @param perCaller whether callers see different lists
     */
    ToolListing(Toolbox toolbox, List<Revision> revisions, int pageSize, boolean perCaller) {
        this.tools = toolbox.inOrder();
        this.pageSize = pageSize;
        this.perCaller = perCaller;
        for (Revision revision : revisions) {
            List<RawJson> entries =
                    tools.stream().map(entry -> revision.describe(entry.tool())).toList();
            byRevision.put(revision.version(), entries);
        }
        this.routes = tools.stream().map(entry -> describeRoute(entry.tool())).toList();
        this.cursors = PageCursor.over(tools.stream().map(Toolbox.Entry::tool).toList());
    }

    /**
     * Returns a page of {@code tools/list}.
     *
     * @param revision the revision that is spoken
     * @param cursor where the page begins
     * @param visible whether the caller may know of a tool
     * @return the page, or the error for a cursor that no page gave
     */
    Answer page(Revision revision, Optional<String> cursor, Predicate<Tool> visible) {
        int start = cursor.isEmpty() ? 0 : cursors.position(cursor.get());
        if (start < 0) {
            return Answer.failed(Fault.INVALID_PARAMS, "The cursor isn't one that an earlier page gave: begin anew");
        }
        List<RawJson> described = byRevision.getOrDefault(revision.version(), List.of());
        List<RawJson> page = new ArrayList<>();
        int next = start;
        while (next < described.size() && page.size() < pageSize) {
            if (visible.test(tools.get(next).tool())) {
                page.add(described.get(next));
            }
            next++;
        }
        Optional<String> more = next < described.size() ? Optional.of(cursors.at(next)) : Optional.empty();
        return new Answer.Done(new Result.Page("tools", page, more, perCaller));
    }

    /**
     * Returns the answer of {@code GET /tools}: every tool that the caller may know of, with its route.
     *
     * @param visible whether the caller may know of a tool
     * @return the reply
     */
    HttpReply routes(Predicate<Tool> visible) {
        return HttpReply.json(200, JsonText.write(1_024, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("tools");
            for (Toolbox.Entry entry : tools) {
                if (visible.test(entry.tool())) {
                    json.writeRawValue(routes.get(entry.position()));
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static RawJson describeRoute(Tool tool) {
        return RawJson.of(JsonText.write(512, json -> {
            json.writeStartObject();
            json.writeStringField("name", tool.routeName());
            json.writeStringField("mcpName", tool.name().text());
            json.writeStringField("title", tool.title());
            json.writeStringField("description", tool.description());
            json.writeStringField("method", tool.route().method());
            json.writeStringField("path", tool.route().path().toString());
            json.writeFieldName("inputSchema");
            json.writeRawValue(tool.inputSchema());
            writePlaces(json, tool);
            json.writeEndObject();
        }));
    }

    // Where each argument goes, in the words of a tools file, for those who want to make the direct call.
    private static void writePlaces(JsonGenerator json, Tool tool) throws IOException {
        json.writeObjectFieldStart("places");
        for (ParameterBinding parameter : tool.parameters()) {
            String place = parameter.place().name().toLowerCase(Locale.ROOT).replace('_', '-');
            json.writeStringField(parameter.name(), place);
        }
        json.writeEndObject();
    }
}
