/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * What the server says about itself.
 *
 * @param name its name
 * @param version its version
 * @param instructions what a model should know before it uses the tools; empty for nothing
 */
public record ServerInfo(String name, String version, String instructions) {
    /** Writes the {@code Implementation} object. */
    void writeImplementation(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("version", version);
        json.writeEndObject();
    }

    /** Writes the members {@code capabilities} and {@code instructions}. */
    void writeOffer(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("capabilities");
        json.writeObjectFieldStart("tools");
        json.writeEndObject();
        json.writeEndObject();
        if (!instructions.isEmpty()) {
            json.writeStringField("instructions", instructions);
        }
    }
}
