/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a corpus calls a tool, and what the example calls it.
 *
 * <p>A corpus makes names of method and path without marking parameters: {@code get_user_notes_id}.
 */
final class ToolNames {
    private final Map<String, String> ours = new LinkedHashMap<>();

    /**
     * Reads the list of tools.
     *
     * @param tools the answer of {@code GET /mcp/tools} to somebody who may call all of them
     */
    ToolNames(JsonNode tools) {
        JsonNode list = tools.isArray() ? tools : tools.path("tools");
        for (JsonNode tool : list) {
            String theirs = (tool.path("method").asText() + tool.path("path").asText())
                    .replaceAll("[{}]", "")
                    .replaceAll("[^A-Za-z0-9]+", "_")
                    .toLowerCase(Locale.ROOT);
            ours.put(theirs, tool.path("mcpName").asText());
        }
    }

    /** Puts our names in the place of theirs; a text that names no tool stays as it is. */
    String translate(String text) {
        String translated = text;
        for (Map.Entry<String, String> name : ours.entrySet()) {
            translated = translated.equals(name.getKey())
                    ? name.getValue()
                    : translated.replace(quoted(name.getKey()), quoted(name.getValue()));
        }
        return translated;
    }

    private static String quoted(String name) {
        return "\"name\":\"" + name + "\"";
    }
}
