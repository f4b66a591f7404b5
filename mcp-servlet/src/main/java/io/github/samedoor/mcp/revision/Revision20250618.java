/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.wire.JsonText;
import io.github.samedoor.mcp.wire.RawJson;
import io.github.samedoor.tool.Tool;
import java.io.IOException;
import java.util.Set;

/** MCP 2025-06-18: titles and structured content, no batches any more. */
final class Revision20250618 extends LegacyRevision {
    static final String VERSION = "2025-06-18";

    Revision20250618(ServerInfo server) {
        super(server, Set.of("elicitation", "sampling", "roots"));
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public boolean hasBatches() {
        return false;
    }

    @Override
    void writeMoreOfToolResult(JsonGenerator json, Result.ToolResult result) throws IOException {
        ResultFields.writeStructured(json, result);
    }

    @Override
    public boolean hasTitles() {
        return true;
    }

    @Override
    public RawJson describe(Tool tool) {
        return RawJson.of(JsonText.write(512, json -> {
            json.writeStartObject();
            json.writeStringField("title", tool.title());
            ResultFields.writeTool(json, tool);
            ResultFields.writeAnnotations(json, tool);
            json.writeEndObject();
        }));
    }
}
