/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/** Numbers of JSON by their exact value, however they were written: {@code 1.0}, {@code 1} and {@code 10e-1} are one. */
final class Numbers {
    private static final int LONGEST_TEXT = 64;

    /** Orders nodes so that equal numbers are equal; for everything else only equality counts. */
    static final Comparator<JsonNode> BY_VALUE = (left, right) -> {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    };

    /** What to say of a number that has no text here. */
    static final Optional<Misfit> UNCLEAR =
            Optional.of(Misfit.here("must be a number of at most " + LONGEST_TEXT + " digits when written out"));

    private Numbers() {}

    /** Writes a string, boolean or number as its one text; empty for a number that is too long to be written out. */
    static Optional<String> scalarText(JsonNode value) {
        return value.isNumber() ? text(value) : Optional.of(value.asText());
    }

    static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /**
     * Writes a number in its one plain form: no exponent, no trailing zeros after the point.
     *
     * @return at most 64 digits, or empty for a number that needs more
     */
    private static Optional<String> text(JsonNode number) {
        if (number.isInt() || number.isLong()) {
            return Optional.of(number.asText());
        }
        BigDecimal value = number.decimalValue().stripTrailingZeros();
        // Before writing it out: 1e999999999 is short here and a gigabyte there.
        if ((long) value.precision() + Math.abs((long) value.scale()) > LONGEST_TEXT) {
            return Optional.empty();
        }
        return Optional.of(value.toPlainString());
    }
}
