/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * The one parser of what callers send: JSON (RFC 8259) as I-JSON (RFC 7493) wants it, so that no two readers can
 * understand a message differently.
 *
 * <p>UTF-8 without a byte order mark, one value and nothing after it, no key twice in an object, no unpaired surrogate,
 * numbers exact. Keys are compared as they stand. Immutable and thread-safe.
 */
public final class StrictJson {
    // A decimal of this many places is beyond any double, and costs its size when somebody expands it.
    /** More than any call has, and few enough that their tree fits into memory many times. */
    private static final long MAX_TOKENS = 250_000;

    private static final int MAX_SCALE = 1_000;

    private final JsonFactory factory;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final JsonLimits limits;

    /**
     * Makes a parser.
     *
     * @param limits what it accepts at most
     */
    public StrictJson(JsonLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.stringChars())
                        .maxNumberLength(limits.numberChars())
                        .maxNameLength(limits.nameChars())
                        .maxTokenCount(MAX_TOKENS)
                        .build())
                .build();
    }

    /**
     * Reads one JSON value.
     *
     * @param bytes the whole body
     * @return the value, or why there is none
     */
    public JsonReading read(byte[] bytes) {
        if (!Utf8.isValid(bytes)) {
            return new JsonReading.Malformed("The body isn't UTF-8");
        }
        try (JsonParser parser = factory.createParser(bytes)) {
            if (parser.nextToken() == null) {
                return new JsonReading.Malformed("The body is empty");
            }
            JsonNode value = value(parser);
            if (parser.nextToken() != null) {
                return new JsonReading.Malformed("There is more after the end of the JSON value");
            }
            return new JsonReading.Read(value);
        } catch (NotStrict e) {
            return new JsonReading.Malformed(e.getOriginalMessage());
        } catch (StreamConstraintsException e) {
            return new JsonReading.Malformed("A JSON limit is exceeded: " + limits.depth() + " levels, strings of "
                    + limits.stringChars() + " characters, numbers of " + limits.numberChars() + ", keys of "
                    + limits.nameChars());
        } catch (JsonProcessingException e) {
            return new JsonReading.Malformed(
                    "Not JSON at byte " + e.getLocation().getByteOffset());
        } catch (IOException | IllegalStateException | ArithmeticException | NumberFormatException e) {
            // An IllegalStateException is the parser's defence against colliding keys.
            return new JsonReading.Malformed("Not JSON");
        }
    }

    private JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> nodes.textNode(wellFormed(parser.getText()));
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
        };
    }

    private ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = wellFormed(parser.currentName());
            parser.nextToken();
            if (object.replace(key, value(parser)) != null) {
                throw new NotStrict("A key stands twice in one object");
            }
            if (object.size() > limits.keys()) {
                throw new NotStrict("An object has more than " + limits.keys() + " keys");
            }
        }
        return object;
    }

    private ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private JsonNode integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> nodes.numberNode(parser.getIntValue());
            case LONG -> nodes.numberNode(parser.getLongValue());
            default -> nodes.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode decimal(JsonParser parser) throws IOException {
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > MAX_SCALE) {
            throw new NotStrict("A number is out of range");
        }
        return DecimalNode.valueOf(number); // exact, where the factory would strip zeros
    }

    private static String wellFormed(String text) throws NotStrict {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    throw new NotStrict("A string has half a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }

    /** Stops the reading of a value that JSON allows and I-JSON doesn't. */
    private static final class NotStrict extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        NotStrict(String why) {
            super(why);
        }
    }
}
