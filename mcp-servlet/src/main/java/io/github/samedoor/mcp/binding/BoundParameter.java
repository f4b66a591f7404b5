/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.PathTemplate;
import java.util.Optional;

/**
 * One parameter of a tool, compiled: its schema is checked, then its value is put in its place.
 *
 * <p>Immutable and thread-safe.
 */
record BoundParameter(String name, boolean required, ValueSchema schema, Placement placement) {
    private static final ObjectReader SCHEMAS = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    /**
     * Compiles a parameter.
     *
     * @throws IllegalArgumentException if its schema can't be used; the message says how to mend it
     */
    static BoundParameter of(ParameterBinding parameter, PathTemplate path) {
        try {
            ValueSchema schema = ValueSchema.compile(SCHEMAS.readTree(parameter.schema()));
            Placement placement = Placement.of(parameter, schema, path);
            return new BoundParameter(parameter.name(), parameter.required(), schema, placement);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("its schema isn't JSON", e);
        }
    }

    void bind(ObjectNode arguments, CallDraft call, Refusals refusals) {
        JsonNode value = arguments.get(name);
        if (value == null) {
            if (required) {
                refusals.add("Argument '" + name + "' is missing");
            }
            return;
        }
        if (!Unicode.isWellFormed(value)) {
            refusals.add("Argument '" + name + "' holds an unpaired surrogate: send whole Unicode characters");
            return;
        }
        Optional<Misfit> misfit = schema.misfit(value);
        if (misfit.isEmpty()) {
            misfit = placement.put(value, call);
        }
        misfit.ifPresent(
                found -> refusals.add(found.sentence(name) + (value.isNull() && !required ? ", or be left out" : "")));
    }
}
