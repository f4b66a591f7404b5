/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes an event as one line of JSON in plain ASCII, so that no text in it can end the line or start another.
 *
 * <p>Texts are cut at {@value #MAX_TEXT} characters. Thread-safe.
 */
final class AuditLine {
    static final int MAX_TEXT = 256;

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private AuditLine() {}

    /** Returns the event as JSON without a line break. */
    static String of(AuditEvent event) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            write(json, "time", event.time().toString());
            write(json, "action", event.action().name().toLowerCase(Locale.ROOT));
            write(json, "outcome", event.outcome().name().toLowerCase(Locale.ROOT));
            write(json, "reason", event.reason());
            write(json, "target", event.target());
            write(json, event.actor());
            for (Map.Entry<String, String> detail : event.details().entrySet()) {
                write(json, cut(detail.getKey()), detail.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A StringWriter doesn't fail", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, AuditActor actor) throws IOException {
        write(json, "caller", actor.id());
        write(json, "tenant", actor.tenant().map(Object::toString));
        write(json, "tokenId", actor.tokenId());
        write(json, "address", actor.address());
    }

    private static void write(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            write(json, name, value.get());
        }
    }

    private static void write(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, cut(value));
        }
    }

    /** Cuts between characters, never within a surrogate pair; a lone surrogate becomes a question mark. */
    private static String cut(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), MAX_TEXT));
        for (int i = 0; i < text.length() && out.length() < MAX_TEXT; ) {
            int c = text.codePointAt(i);
            out.appendCodePoint(Character.getType(c) == Character.SURROGATE ? '?' : c);
            i += Character.charCount(c);
        }
        return out.toString();
    }
}
