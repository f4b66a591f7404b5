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

    private static void writeToolResult(JsonGenerator json, Result.ToolResult result) throws IOException {
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

    /** Writes what looks the same in all revisions. */
    static void writeCommon(JsonGenerator json, Result result) throws IOException {
        if (result instanceof Result.Page page) {
            writePage(json, page);
        } else if (result instanceof Result.ToolResult call) {
            writeToolResult(json, call);
        } else if (result instanceof Result.Contents contents) {
            writeContents(json, contents);
        } else if (result instanceof Result.PromptMessages prompt) {
            if (!prompt.description().isEmpty()) {
                json.writeStringField("description", prompt.description());
            }
            json.writeFieldName("messages");
            json.writeTree(prompt.messages());
        } else if (result instanceof Result.Completion completion) {
            writeCompletion(json, completion);
        }
    }

    private static void writePage(JsonGenerator json, Result.Page page) throws IOException {
        json.writeArrayFieldStart(page.member());
        for (RawJson entry : page.entries()) {
            json.writeRawValue(entry);
        }
        json.writeEndArray();
        if (page.next().isPresent()) {
            json.writeStringField("nextCursor", page.next().get());
        }
    }

    private static void writeContents(JsonGenerator json, Result.Contents contents) throws IOException {
        json.writeArrayFieldStart("contents");
        json.writeStartObject();
        json.writeStringField("uri", contents.uri());
        json.writeStringField("mimeType", contents.mimeType());
        if (contents.text()) {
            json.writeFieldName("text");
            json.writeUTF8String(contents.data(), 0, contents.data().length);
        } else {
            json.writeBinaryField("blob", contents.data());
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void writeCompletion(JsonGenerator json, Result.Completion completion) throws IOException {
        json.writeObjectFieldStart("completion");
        json.writeArrayFieldStart("values");
        for (String value : completion.values()) {
            json.writeString(value);
        }
        json.writeEndArray();
        json.writeNumberField("total", completion.total());
        json.writeBooleanField(
                "hasMore", completion.total() > completion.values().size());
        json.writeEndObject();
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
        } else if (result instanceof Result.Page page) {
            for (RawJson entry : page.entries()) {
                bytes += entry.asUnquotedUTF8().length + 1;
            }
        } else if (result instanceof Result.Contents contents) {
            bytes += contents.data().length * 3 / 2;
        }
        return bytes;
    }

    private static void writeBlock(JsonGenerator json, Content block) throws IOException {
        if (block instanceof Content.Ready ready) {
            json.writeTree(ready.block());
            return;
        }
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
