/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.tool.Tool;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the arguments of a call for those who watch it, without the values that a schema marks as secret. */
final class MaskedArguments {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MASK = "***";

    private MaskedArguments() {}

    /** Returns the arguments as JSON; those of an unknown tool, about which nothing is known, by their names alone. */
    static String of(Optional<Tool> tool, JsonNode arguments) {
        Map<String, JsonNode> schemas = tool.stream()
                .flatMap(known -> known.parameters().stream())
                .collect(Collectors.toMap(ParameterBinding::name, MaskedArguments::schema));
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        arguments.properties().forEach(argument -> {
            JsonNode schema = schemas.get(argument.getKey());
            shown.set(
                    argument.getKey(),
                    schema == null ? JsonNodeFactory.instance.textNode(MASK) : masked(schema, argument.getValue()));
        });
        return shown.toString();
    }

    private static JsonNode masked(JsonNode schema, JsonNode value) {
        if (schema.path("writeOnly").asBoolean()
                || schema.path("format").asText().equals("password")
                || schema.has("$ref")) { // what it refers to may be a secret
            return JsonNodeFactory.instance.textNode(MASK);
        }
        if (value.isObject()) {
            ObjectNode shown = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member -> shown.set(
                            member.getKey(),
                            masked(schema.path("properties").path(member.getKey()), member.getValue())));
            return shown;
        }
        if (value.isArray()) {
            var shown = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> shown.add(masked(schema.path("items"), item)));
            return shown;
        }
        return value;
    }

    private static JsonNode schema(ParameterBinding parameter) {
        try {
            return JSON.readTree(parameter.schema());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema was read when the tool was made", e);
        }
    }
}
