/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The JSON object that a request carries, read strictly: UTF-8, no field twice, no unknown field, nothing after the end.
 *
 * <p>Each getter checks type and size, so that a servlet only ever sees what it asked for. Whatever is wrong is an
 * {@link HttpRefusal}.
 */
final class JsonBody {
    /** The largest body that is read, in bytes. */
    static final int MAX_BYTES = 64 * 1024;

    private final ObjectNode fields;

    private JsonBody(ObjectNode fields) {
        this.fields = fields;
    }

    /**
     * Reads the body of a request.
     *
     * @param request the request, its body not yet read
     * @param names every field that the body may have
     * @return the body
     * @throws IOException if the connection fails
     */
    static JsonBody read(HttpServletRequest request, String... names) throws IOException {
        requireJson(request);
        ObjectNode fields = parse(text(bytes(request)));
        Set<String> known = Set.of(names);
        fields.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw bad("The body has a field that isn't known here; it may have: " + String.join(", ", names));
            }
        });
        return new JsonBody(fields);
    }

    /** Returns a text that must be there, of 1 to {@code max} characters. */
    String text(String name, int max) {
        JsonNode node = required(name);
        if (!node.isTextual() || node.textValue().isEmpty() || node.textValue().length() > max) {
            throw bad("\"" + name + "\" must be a string of 1 to " + max + " characters");
        }
        return wellFormed(name, node.textValue());
    }

    /** Returns a whole number that must be there. */
    long number(String name) {
        JsonNode node = required(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw bad("\"" + name + "\" must be a whole number");
        }
        return node.longValue();
    }

    /** Returns up to {@code maxCount} texts; a field that isn't there is an empty list. */
    List<String> texts(String name, int maxCount, int maxLength) {
        JsonNode node = fields.path(name);
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > maxCount) {
            throw bad("\"" + name + "\" must be an array of at most " + maxCount + " strings");
        }
        List<String> texts = new ArrayList<>(node.size());
        for (JsonNode element : node) {
            if (!element.isTextual()
                    || element.textValue().isEmpty()
                    || element.textValue().length() > maxLength) {
                throw bad("\"" + name + "\" must hold strings of 1 to " + maxLength + " characters");
            }
            texts.add(wellFormed(name, element.textValue()));
        }
        return List.copyOf(texts);
    }

    /** Returns an object that must be there. */
    ObjectNode object(String name) {
        if (required(name) instanceof ObjectNode object) {
            requireWellFormed(name, object);
            return object;
        }
        throw bad("\"" + name + "\" must be an object");
    }

    private JsonNode required(String name) {
        JsonNode node = fields.path(name);
        if (node.isMissingNode()) {
            throw bad("\"" + name + "\" is missing");
        }
        return node;
    }

    private static void requireJson(HttpServletRequest request) {
        String type = request.getContentType();
        String bare = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!bare.equals("application/json")) {
            throw new HttpRefusal(
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Send the body as Content-Type: application/json");
        }
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        // The declared length comes first, so that a large body is refused before it is sent.
        if (request.getContentLengthLong() <= MAX_BYTES) {
            byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
            if (bytes.length <= MAX_BYTES) {
                return bytes;
            }
        }
        throw new HttpRefusal(
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "The body is larger than " + MAX_BYTES + " bytes");
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad("The body isn't UTF-8");
        }
    }

    private static ObjectNode parse(String text) {
        try {
            if (Json.MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the body, which may hold a password.
            throw bad("The body isn't one well-formed JSON object without repeated fields");
        }
        throw bad("The body must be a JSON object");
    }

    /** Refuses half a surrogate pair: it can't be written back as UTF-8. */
    private static String wellFormed(String name, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw bad("\"" + name + "\" holds half a surrogate pair");
        }
        return text;
    }

    private static void requireWellFormed(String name, JsonNode node) {
        node.properties().forEach(field -> wellFormed(name, field.getKey()));
        if (node.isTextual()) {
            wellFormed(name, node.textValue());
        }
        node.forEach(child -> requireWellFormed(name, child));
    }

    private static HttpRefusal bad(String message) {
        return new HttpRefusal(HttpServletResponse.SC_BAD_REQUEST, message);
    }
}
