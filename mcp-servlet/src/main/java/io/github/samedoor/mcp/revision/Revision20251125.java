/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.samedoor.mcp.change.Interest;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.wire.JsonText;
import io.github.samedoor.mcp.wire.RawJson;
import io.github.samedoor.mcp.wire.RequestId;
import io.github.samedoor.mcp.wire.ServerSentEvent;
import io.github.samedoor.tool.Tool;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** MCP 2025-11-25: the last revision that begins with {@code initialize}. */
final class Revision20251125 extends LegacyRevision {
    static final String VERSION = "2025-11-25";

    Revision20251125(ServerInfo server) {
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

    // The event without a message lets a client come back to the stream (transports, Listening for Messages).
    @Override
    public StreamWords stream(Optional<RequestId> request, Interest honoured) {
        StreamWords plain = super.stream(request, honoured);
        byte[] primer = ServerSentEvent.primer(UUID.randomUUID().toString());
        return new StreamWords(primer, plain.event(), plain.closing());
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
