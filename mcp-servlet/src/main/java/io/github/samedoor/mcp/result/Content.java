/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import com.fasterxml.jackson.databind.JsonNode;

/** One block of a tool's result (MCP 2026-07-28, server/tools, Tool Result). */
@SuppressWarnings("ArrayRecordComponent") // blocks are written once, never compared
public sealed interface Content {
    /**
     * Text.
     *
     * @param utf8 the text in UTF-8
     */
    record Text(byte[] utf8) implements Content {}

    /**
     * A picture or a sound.
     *
     * @param kind {@code image} or {@code audio}
     * @param mimeType its media type
     * @param data its bytes
     */
    record Media(String kind, String mimeType, byte[] data) implements Content {}

    /**
     * Bytes of any other kind, as an embedded resource.
     *
     * @param uri what names it
     * @param mimeType its media type
     * @param data its bytes
     */
    record Blob(String uri, String mimeType, byte[] data) implements Content {}

    /**
     * A block that a route wrote itself.
     *
     * @param block the block, a JSON object with a {@code type}
     */
    record Ready(JsonNode block) implements Content {}
}
