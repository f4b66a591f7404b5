/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.tool.Tool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the arguments of a tool that are marked with {@code x-mcp-header} (MCP 2026-07-28, server/tools). */
public final class MirroredArguments {
    private static final String MARK = "x-mcp-header";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Set<String> TYPES = Set.of("string", "integer", "boolean");

    private final Tool tool;
    private final List<MirroredArgument> found = new ArrayList<>();
    private final Set<String> headers = new HashSet<>();

    private MirroredArguments(Tool tool) {
        this.tool = tool;
    }

    /**
     * Finds the marked arguments of a tool.
     *
     * @param tool the tool
     * @return its marked arguments
     * @throws IllegalArgumentException if a mark is where no client would follow it; the message says which and why
     */
    public static List<MirroredArgument> of(Tool tool) {
        if (!tool.inputSchema().contains(MARK)) {
            return List.of();
        }
        MirroredArguments search = new MirroredArguments(tool);
        try {
            JsonNode schema = new ObjectMapper().readTree(tool.inputSchema());
            search.properties(schema, List.of());
            search.refuseElsewhere(schema);
        } catch (JsonProcessingException e) {
            throw search.wrong("isn't JSON", "correct the schema");
        }
        return List.copyOf(search.found);
    }

    private void properties(JsonNode schema, List<String> path) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            List<String> inner = new ArrayList<>(path);
            inner.add(property.getKey());
            if (property.getValue().has(MARK)) {
                add(property.getValue(), inner);
            }
            properties(property.getValue(), inner);
        }
    }

    private void add(JsonNode property, List<String> path) {
        String name = property.get(MARK).asText();
        String argument = String.join(".", path);
        if (!TOKEN.matcher(name).matches()) {
            throw wrong("marks '" + argument + "' with no header name", "give a name such as \"Region\"");
        }
        if (!TYPES.contains(property.path("type").asText())) {
            throw wrong("marks '" + argument + "'", "mark strings, integers and booleans only");
        }
        if (!headers.add(name.toLowerCase(Locale.ROOT))) {
            throw wrong("has two arguments for the header " + name, "give each its own");
        }
        found.add(new MirroredArgument(path, "Mcp-Param-" + name));
    }

    // A mark that isn't reached through "properties" alone makes clients drop the whole tool.
    private void refuseElsewhere(JsonNode schema) {
        int marks = schema.findValues(MARK).size();
        if (marks != found.size()) {
            throw wrong("has a mark that isn't on a plain property", "mark properties of objects only");
        }
    }

    private IllegalArgumentException wrong(String what, String mend) {
        return new IllegalArgumentException("The input schema of " + tool.name() + " (" + tool.route() + ") " + what
                + ": " + mend + " (" + MARK + ")");
    }
}
