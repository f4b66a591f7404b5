/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/** The keywords that bound a length, a count or a number. */
final class Bounds {
    private Bounds() {}

    static void addTo(List<Check> checks, JsonNode schema) {
        numberBound(checks, schema, "minimum", "at least", order -> order >= 0);
        numberBound(checks, schema, "maximum", "at most", order -> order <= 0);
        numberBound(checks, schema, "exclusiveMinimum", "more than", order -> order > 0);
        numberBound(checks, schema, "exclusiveMaximum", "less than", order -> order < 0);
        ToIntFunction<JsonNode> codePoints =
                text -> text.textValue().codePointCount(0, text.textValue().length());
        sizeBounds(checks, schema, Kind.STRING, "Length", codePoints, "character");
        sizeBounds(checks, schema, Kind.ARRAY, "Items", JsonNode::size, "item");
        sizeBounds(checks, schema, Kind.OBJECT, "Properties", JsonNode::size, "field");
    }

    private static void numberBound(
            List<Check> checks, JsonNode schema, String keyword, String words, IntPredicate holds) {
        if (!schema.has(keyword)) {
            return;
        }
        BigDecimal bound = schema.get(keyword).decimalValue();
        Optional<Misfit> misfit = Optional.of(Misfit.here("must be " + words + ' ' + bound));
        checks.add(value ->
                !Kind.NUMBER.holds(value) || holds.test(value.decimalValue().compareTo(bound))
                        ? Optional.empty()
                        : misfit);
    }

    private static void sizeBounds(
            List<Check> checks, JsonNode schema, Kind kind, String of, ToIntFunction<JsonNode> size, String unit) {
        if (schema.has("min" + of)) {
            BigDecimal least = schema.get("min" + of).decimalValue();
            checks.add(sizeBound(kind, size, "at least", least, unit, order -> order >= 0));
        }
        if (schema.has("max" + of)) {
            BigDecimal most = schema.get("max" + of).decimalValue();
            checks.add(sizeBound(kind, size, "at most", most, unit, order -> order <= 0));
        }
    }

    private static Check sizeBound(
            Kind kind, ToIntFunction<JsonNode> size, String words, BigDecimal bound, String unit, IntPredicate holds) {
        // Sizes fit an int, so a larger bound is the same as the largest int.
        int limit = bound.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
        Optional<Misfit> misfit =
                Optional.of(Misfit.here("must have " + words + ' ' + limit + ' ' + unit + (limit == 1 ? "" : "s")));
        return value -> !kind.holds(value) || holds.test(Integer.compare(size.applyAsInt(value), limit))
                ? Optional.empty()
                : misfit;
    }
}
