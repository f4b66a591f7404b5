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
 * @param offer what it offers beside tools
 */
public record ServerInfo(String name, String version, String instructions, Offer offer) {
    /**
     * Returns the same server with another offer.
     *
     * @param other what it offers beside tools
     * @return the server
     */
    public ServerInfo offering(Offer other) {
        return new ServerInfo(name, version, instructions, other);
    }

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
        writeCapability(json, "tools", true, "listChanged");
        writeCapability(json, "logging", true);
        writeCapability(json, "resources", offer.resources(), "subscribe", "listChanged");
        writeCapability(json, "prompts", offer.prompts(), "listChanged");
        writeCapability(json, "completions", offer.completions());
        json.writeEndObject();
        if (!instructions.isEmpty()) {
            json.writeStringField("instructions", instructions);
        }
    }

    private static void writeCapability(JsonGenerator json, String name, boolean offered, String... parts)
            throws IOException {
        if (offered) {
            json.writeObjectFieldStart(name);
            for (String part : parts) {
                json.writeBooleanField(part, true);
            }
            json.writeEndObject();
        }
    }
}
