/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes up arguments that fit a schema: the required ones, each as small as it may be. */
final class SampleArguments {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SampleArguments() {}

    static ObjectNode of(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        for (JsonNode name : schema.path("required")) {
            object.set(name.asText(), value(schema.path("properties").path(name.asText())));
        }
        return object;
    }

    private static JsonNode value(JsonNode schema) {
        if (schema.has("const")) {
            return schema.get("const");
        }
        for (String given : new String[] {"examples", "enum"}) {
            if (schema.path(given).path(0).isValueNode()) {
                return schema.get(given).get(0);
            }
        }
        JsonNode type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        return switch (type.asText("string")) {
            case "integer", "number" -> schema.has("minimum") ? schema.get("minimum") : NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            case "null" -> NODES.nullNode();
            case "object" -> of(schema);
            case "array" -> array(schema);
            default ->
                NODES.textNode("a".repeat(Math.max(1, schema.path("minLength").asInt())));
        };
    }

    private static ArrayNode array(JsonNode schema) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < schema.path("minItems").asInt(); i++) {
            array.add(value(schema.path("items")));
        }
        return array;
    }
}
