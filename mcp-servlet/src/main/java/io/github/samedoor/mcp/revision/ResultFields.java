/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.samedoor.mcp.result.Content;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.wire.RawJson;
import io.github.samedoor.tool.Tool;
import java.io.IOException;
import java.util.List;

/** Writes those members of results and list entries that all revisions have in common. */
final class ResultFields {
    private ResultFields() {}

    /** Writes {@code content} and {@code isError}. */
    static void writeToolResult(JsonGenerator json, Result.ToolResult result) throws IOException {
        json.writeArrayFieldStart("content");
        for (Content block : result.content()) {
            writeBlock(json, block);
        }
        json.writeEndArray();
        json.writeBooleanField("isError", result.isError());
    }

    /** Writes {@code structuredContent}, where there is one. */
    static void writeStructured(JsonGenerator json, Result.ToolResult result) throws IOException {
        if (result.structured().isPresent()) {
            json.writeFieldName("structuredContent");
            json.writeRawValue(result.structured().get());
        }
    }

    /** Writes {@code tools} and {@code nextCursor}. */
    static void writeToolPage(JsonGenerator json, Result.ToolPage page) throws IOException {
        json.writeArrayFieldStart("tools");
        for (RawJson tool : page.tools()) {
            json.writeRawValue(tool);
        }
        json.writeEndArray();
        if (page.next().isPresent()) {
            json.writeStringField("nextCursor", page.next().get());
        }
    }

    /** Writes {@code name}, {@code description} and {@code inputSchema}. */
    static void writeTool(JsonGenerator json, Tool tool) throws IOException {
        json.writeStringField("name", tool.name().text());
        json.writeStringField("description", tool.description());
        json.writeFieldName("inputSchema");
        json.writeRawValue(tool.inputSchema());
    }

    /** Writes {@code annotations}: what the HTTP method promises (RFC 9110 section 9.2). */
    static void writeAnnotations(JsonGenerator json, Tool tool) throws IOException {
        String method = tool.route().method();
        boolean safe = List.of("GET", "HEAD", "OPTIONS").contains(method);
        json.writeObjectFieldStart("annotations");
        json.writeBooleanField("readOnlyHint", safe);
        if (!safe) {
            json.writeBooleanField("idempotentHint", method.equals("PUT") || method.equals("DELETE"));
        }
        json.writeEndObject();
    }

    /** Guesses the size of a result, so that the buffer rarely grows. */
    static int expectedBytes(Result result) {
        int bytes = 320;
        if (result instanceof Result.ToolResult call) {
            for (Content block : call.content()) {
                bytes += block instanceof Content.Text text ? text.utf8().length * 9 / 8 : 64;
            }
            bytes += call.structured().map(json -> json.asUnquotedUTF8().length).orElse(0);
        } else if (result instanceof Result.ToolPage page) {
            for (RawJson tool : page.tools()) {
                bytes += tool.asUnquotedUTF8().length + 1;
            }
        }
        return bytes;
    }

    private static void writeBlock(JsonGenerator json, Content block) throws IOException {
        json.writeStartObject();
        if (block instanceof Content.Text text) {
            json.writeStringField("type", "text");
            json.writeFieldName("text");
            json.writeUTF8String(text.utf8(), 0, text.utf8().length);
        } else if (block instanceof Content.Media media) {
            json.writeStringField("type", media.kind());
            json.writeBinaryField("data", media.data());
            json.writeStringField("mimeType", media.mimeType());
        } else if (block instanceof Content.Blob blob) {
            json.writeStringField("type", "resource");
            json.writeObjectFieldStart("resource");
            json.writeStringField("uri", blob.uri());
            json.writeStringField("mimeType", blob.mimeType());
            json.writeBinaryField("blob", blob.data());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
