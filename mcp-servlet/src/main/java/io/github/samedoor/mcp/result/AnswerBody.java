/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.samedoor.mcp.wire.RawJson;
import io.github.samedoor.mcp.wire.Utf8;
import io.github.samedoor.route.RouteAnswer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The body of a route's answer, told apart by its content type. */
@SuppressWarnings("ArrayRecordComponent") // bodies are handed on, never compared
sealed interface AnswerBody {
    /** No bytes. */
    record Empty() implements AnswerBody {}

    /**
     * Valid JSON.
     *
     * @param json the value
     * @param utf8 the same as the route wrote it
     * @param object whether it is an object
     */
    record Json(RawJson json, byte[] utf8, boolean object) implements AnswerBody {}

    /**
     * Text, or what calls itself JSON and isn't.
     *
     * @param utf8 the text
     */
    record Text(byte[] utf8) implements AnswerBody {}

    /**
     * Anything else.
     *
     * @param type what it is
     * @param bytes the bytes
     */
    record Binary(MediaType type, byte[] bytes) implements AnswerBody {}

    /** The type of bytes of which nothing is known (RFC 9110 section 8.3). */
    MediaType UNKNOWN = new MediaType("application/octet-stream", Optional.empty());

    /**
     * Reads the body of an answer.
     *
     * @param answer the answer
     * @return its body
     */
    static AnswerBody of(RouteAnswer answer) {
        byte[] bytes = answer.body();
        if (bytes.length == 0) {
            return new Empty();
        }
        Optional<MediaType> declared = answer.contentType().flatMap(MediaType::parse);
        if (declared.isEmpty()) {
            return Utf8.isValid(bytes) ? new Text(bytes) : new Binary(UNKNOWN, bytes);
        }
        MediaType type = declared.get();
        if (!type.isJson() && !type.isText()) {
            return new Binary(type, bytes);
        }
        byte[] utf8 = utf8(bytes, type.charset());
        return type.isJson() && !answer.truncated() ? json(utf8) : new Text(utf8);
    }

    private static AnswerBody json(byte[] utf8) {
        try (JsonParser parser = Parsing.FACTORY.createParser(utf8)) {
            JsonToken first = parser.nextToken();
            JsonToken token = first;
            int depth = 0;
            while (token != null) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                token = parser.nextToken();
                if (depth == 0 && token != null) {
                    return new Text(utf8);
                }
            }
            return first == null || depth != 0
                    ? new Text(utf8)
                    : new Json(RawJson.of(utf8), utf8, first == JsonToken.START_OBJECT);
        } catch (IOException e) {
            return new Text(utf8);
        }
    }

    // Without a charset it is UTF-8 if it can be; else ISO 8859-1, which the Servlet API assumes
    // (getCharacterEncoding).
    private static byte[] utf8(byte[] bytes, Optional<Charset> declared) {
        Charset charset = declared.orElse(StandardCharsets.UTF_8);
        boolean already = charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
        if (already && Utf8.isValid(bytes)) {
            return bytes;
        }
        Charset reading = already ? StandardCharsets.ISO_8859_1 : charset;
        return new String(bytes, reading).getBytes(StandardCharsets.UTF_8);
    }

    /** Holds the parser that checks what routes write; its own limits are far above a captured answer. */
    final class Parsing {
        static final JsonFactory FACTORY = JsonFactory.builder()
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();

        private Parsing() {}
    }
}
