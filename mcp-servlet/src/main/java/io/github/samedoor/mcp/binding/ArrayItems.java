/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The keyword {@code items}: what each element of an array must be. */
record ArrayItems(ValueSchema each) implements Check {
    /** Compiles the schema of the elements, where there is one for all of them. */
    static Optional<ValueSchema> compile(JsonNode schema) {
        // Behind prefixItems, items speaks of the rest only; that is left to a full validator.
        return schema.has("items") && !schema.has("prefixItems")
                ? Optional.of(ValueSchema.compile(schema.get("items")))
                : Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(JsonNode value) {
        if (!value.isArray()) {
            return Optional.empty();
        }
        for (int i = 0; i < value.size(); i++) {
            Optional<Misfit> misfit = each.misfit(value.get(i));
            if (misfit.isPresent()) {
                return Optional.of(misfit.get().within("[" + i + "]"));
            }
        }
        return Optional.empty();
    }
}
