/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Puts a value into the query as one field, or an array as one field for each of its items; null is an absent field.
 *
 * @param encodedName the field's name, percent-encoded
 */
record QueryPlacement(String encodedName) implements Placement {
    static QueryPlacement of(String name, ValueSchema schema) {
        String rule = "a query field is a \"string\", \"integer\", \"number\", \"boolean\", or an \"array\" whose"
                + " \"items\" are of one of these types";
        var kinds = Placement.withoutNull(schema.kinds());
        if (kinds.remove(Kind.ARRAY)) {
            ValueSchema items = schema.items().orElseThrow(() -> new IllegalArgumentException(rule));
            Placement.requireScalar(items.kinds(), rule);
        }
        if (!kinds.isEmpty() || !schema.kinds().contains(Kind.ARRAY)) {
            Placement.requireScalar(kinds, rule);
        }
        return new QueryPlacement(PercentEncoder.encode(name));
    }

    @Override
    public Optional<Misfit> put(JsonNode value, CallDraft call) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            return putOne(value, call);
        }
        for (int i = 0; i < value.size(); i++) {
            Optional<Misfit> misfit = putOne(value.get(i), call);
            if (misfit.isPresent()) {
                return Optional.of(misfit.get().within("[" + i + "]"));
            }
        }
        return Optional.empty();
    }

    private Optional<Misfit> putOne(JsonNode value, CallDraft call) {
        Optional<String> text = Numbers.scalarText(value);
        if (text.isEmpty()) {
            return Numbers.UNCLEAR;
        }
        call.addQueryField(encodedName, text.get());
        return Optional.empty();
    }
}
