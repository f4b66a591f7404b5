/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keywords {@code properties}, {@code required} and {@code additionalProperties}: the fields of an object. */
final class ObjectFields implements Check {
    private final Map<String, ValueSchema> declared;
    private final List<String> required;
    private final ValueSchema others;

    private ObjectFields(Map<String, ValueSchema> declared, List<String> required, ValueSchema others) {
        this.declared = Map.copyOf(declared);
        this.required = List.copyOf(required);
        this.others = others;
    }

    static void addTo(List<Check> checks, JsonNode schema) {
        if (!schema.has("properties") && !schema.has("required") && !schema.has("additionalProperties")) {
            return;
        }
        Map<String, ValueSchema> declared = new HashMap<>();
        schema.path("properties")
                .properties()
                .forEach(field -> declared.put(field.getKey(), ValueSchema.compile(field.getValue())));
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        // A field may also be declared by a pattern, which isn't evaluated here: then no field is unknown.
        boolean open = !schema.has("additionalProperties") || schema.has("patternProperties");
        JsonNode others = open ? BooleanNode.TRUE : schema.get("additionalProperties");
        checks.add(new ObjectFields(declared, required, ValueSchema.compile(others)));
    }

    @Override
    public Optional<Misfit> misfit(JsonNode value) {
        if (!value.isObject()) {
            return Optional.empty();
        }
        for (String name : required) {
            if (!value.has(name)) {
                return Optional.of(Misfit.here("needs the field '" + name + "'"));
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            Optional<Misfit> misfit = misfit(field.getKey(), field.getValue());
            if (misfit.isPresent()) {
                return misfit;
            }
        }
        return Optional.empty();
    }

    private Optional<Misfit> misfit(String name, JsonNode value) {
        ValueSchema schema = declared.get(name);
        if (schema != null) {
            Optional<Misfit> misfit = schema.misfit(value);
            return misfit.isPresent() ? Optional.of(misfit.get().within("." + name)) : misfit;
        }
        return others.misfit(value)
                .map(misfit -> Misfit.here(
                        "has a field that isn't declared, " + CallerName.shown(name) + ": it " + misfit.mend()));
    }
}
