/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.route.PathText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.Optional;

/** A JSON text as a tree that remembers on which line each object begins, and finds every doubled field. */
final class JsonTree {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final IdentityHashMap<JsonNode, Integer> lines = new IdentityHashMap<>();
    private final Problems problems;

    JsonTree(Problems problems) {
        this.problems = problems;
    }

    /** Reads a whole text; empty, with a problem added, if it isn't one JSON value. */
    Optional<JsonNode> read(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() == null) {
                problems.add("the file is empty: write {\"tools\": []}");
                return Optional.empty();
            }
            JsonNode root = value(parser);
            if (parser.nextToken() != null) {
                problems.add(place(parser) + ": something follows the end of the JSON object: delete it");
            }
            return Optional.of(root);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            problems.add("line " + at.getLineNr() + ", column " + at.getColumnNr() + ": this isn't JSON: "
                    + PathText.printable(e.getOriginalMessage()));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory is always readable", e);
        }
    }

    /** Says on which line a value of this tree begins, if it is an object. */
    String line(JsonNode value) {
        Integer line = lines.get(value);
        return line == null ? "" : " (line " + line + ')';
    }

    private JsonNode value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return object(parser);
        }
        return parser.currentToken() == JsonToken.START_ARRAY ? array(parser) : MAPPER.readTree(parser);
    }

    private ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = MAPPER.createObjectNode();
        lines.put(object, parser.currentTokenLocation().getLineNr());
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (object.has(name)) {
                problems.add(place(parser) + ": the field '" + PathText.printable(name) + "' stands twice: keep one");
            }
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = MAPPER.createArrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static String place(JsonParser parser) {
        var at = parser.currentTokenLocation();
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
