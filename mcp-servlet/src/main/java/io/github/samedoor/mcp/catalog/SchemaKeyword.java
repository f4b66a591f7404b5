/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The keywords of JSON Schema 2020-12 that a tools file may use, by the form of their value. */
enum SchemaKeyword {
    SCHEMA(
            "a schema",
            "not if then else items contains additionalProperties propertyNames unevaluatedItems unevaluatedProperties"
                    + " contentSchema"),
    SCHEMAS("a list of schemas", "allOf anyOf oneOf prefixItems"),
    NAMED_SCHEMAS("a JSON object of schemas", "properties patternProperties dependentSchemas"),
    REFERENCE("\"#/$defs/\" and a name in the \"$defs\" of this tool", "$ref"),
    TYPE(
            "\"string\", \"integer\", \"number\", \"boolean\", \"array\", \"object\" or \"null\", or a list of these",
            "type"),
    TEXT(
            "a text in double quotes",
            "title description format pattern contentEncoding contentMediaType $comment $anchor"),
    FLAG("true or false", "uniqueItems deprecated readOnly writeOnly"),
    NUMBER("a number", "minimum maximum exclusiveMinimum exclusiveMaximum"),
    POSITIVE("a number above 0", "multipleOf"),
    COUNT(
            "a whole number, 0 or more",
            "minLength maxLength minItems maxItems minContains maxContains minProperties maxProperties"),
    NAMES(
            "a list of field names, each once (whether a parameter itself is required stands beside its \"schema\")",
            "required"),
    NAMED_NAMES("a JSON object of lists of field names", "dependentRequired"),
    CHOICES("a list of at least one value, each once", "enum"),
    EXAMPLES("a list of values", "examples"),
    ANY("any value", "const default");

    private static final Map<String, SchemaKeyword> BY_NAME = byName();
    private static final Map<String, String> MENDS = Map.of(
            "nullable", "write \"type\": [\"string\", \"null\"], with your own type",
            "example", "write \"examples\": [...]",
            "$defs", "put \"$defs\" beside the tool's \"parameters\"",
            "definitions", "put \"$defs\" beside the tool's \"parameters\"",
            "$id", "leave it out, a schema has no address here",
            "$schema", "leave it out, schemas are JSON Schema 2020-12");
    private static final Set<String> TYPES =
            Set.of("string", "integer", "number", "boolean", "array", "object", "null");

    private final String noun;
    private final String names;

    SchemaKeyword(String noun, String names) {
        this.noun = noun;
        this.names = names;
    }

    static Optional<SchemaKeyword> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Says what to write in place of an unknown keyword. */
    static String mend(String name) {
        return MENDS.getOrDefault(name, "check the spelling, or begin a name of your own with \"x-\"");
    }

    boolean fits(JsonNode value) {
        return switch (this) {
            case SCHEMA -> value.isObject() || value.isBoolean();
            case SCHEMAS -> isFullArray(value);
            case NAMED_SCHEMAS -> value.isObject();
            case REFERENCE, TEXT -> value.isTextual();
            case TYPE -> isType(value);
            case FLAG -> value.isBoolean();
            case NUMBER -> value.isNumber();
            case POSITIVE -> value.isNumber() && value.decimalValue().signum() > 0;
            case COUNT -> value.isIntegralNumber() && value.decimalValue().signum() >= 0;
            case NAMES -> isNames(value);
            case NAMED_NAMES -> value.isObject() && all(value, SchemaKeyword::isNames);
            case CHOICES -> isFullArray(value) && isSet(value);
            case EXAMPLES -> value.isArray();
            case ANY -> true;
        };
    }

    String noun() {
        return noun;
    }

    private static Map<String, SchemaKeyword> byName() {
        Map<String, SchemaKeyword> keywords = new HashMap<>();
        for (SchemaKeyword keyword : values()) {
            for (String name : keyword.names.split(" ", -1)) {
                keywords.put(name, keyword);
            }
        }
        return Map.copyOf(keywords);
    }

    private static boolean isType(JsonNode value) {
        return value.isArray()
                ? isFullArray(value) && isSet(value) && all(value, SchemaKeyword::isTypeName)
                : isTypeName(value);
    }

    private static boolean isTypeName(JsonNode value) {
        return value.isTextual() && TYPES.contains(value.textValue());
    }

    private static boolean isNames(JsonNode value) {
        return value.isArray() && all(value, JsonNode::isTextual) && isSet(value);
    }

    private static boolean isFullArray(JsonNode value) {
        return value.isArray() && !value.isEmpty();
    }

    private static boolean isSet(JsonNode array) {
        Set<JsonNode> seen = new HashSet<>();
        return all(array, seen::add);
    }

    private static boolean all(JsonNode container, Predicate<JsonNode> test) {
        for (JsonNode value : container) {
            if (!test.test(value)) {
                return false;
            }
        }
        return true;
    }
}
