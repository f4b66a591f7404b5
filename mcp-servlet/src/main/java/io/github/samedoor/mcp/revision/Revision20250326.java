/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.wire.JsonText;
import io.github.samedoor.mcp.wire.RawJson;
import io.github.samedoor.tool.Tool;
import java.io.IOException;
import java.util.Set;

/** MCP 2025-03-26: the first over Streamable HTTP, and the one with batches. */
final class Revision20250326 extends LegacyRevision {
    static final String VERSION = "2025-03-26";

    Revision20250326(ServerInfo server) {
        super(server, Set.of("sampling", "roots"));
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public boolean hasBatches() {
        return true;
    }

    @Override
    void writeMoreOfToolResult(JsonGenerator json, Result.ToolResult result) throws IOException {
        // This revision has no structured content.
    }

    @Override
    public boolean hasTitles() {
        return false;
    }

    @Override
    public RawJson describe(Tool tool) {
        return RawJson.of(JsonText.write(512, json -> {
            json.writeStartObject();

            ResultFields.writeTool(json, tool);
            ResultFields.writeAnnotations(json, tool);
            json.writeEndObject();
        }));
    }
}
