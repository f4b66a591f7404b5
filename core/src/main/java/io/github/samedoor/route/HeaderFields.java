/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import java.util.List;
import java.util.Optional;

/**
 * The header lines of a message, in their order; names are compared without regard to case (RFC 9110 section 5.1).
 *
 * <p>Immutable and thread-safe.
 *
 * @param fields the lines
 */
public record HeaderFields(List<HeaderField> fields) {
    private static final HeaderFields NONE = new HeaderFields(List.of());

    /** Keeps a copy of the lines. */
    public HeaderFields {
        fields = List.copyOf(fields);
    }

    /**
     * Returns the empty set of lines.
     *
     * @return no header lines
     */
    public static HeaderFields none() {
        return NONE;
    }

    /**
     * Finds the first value of a name.
     *
     * @param name a field name, in any case
     * @return the first value, or empty where there is none
     */
    public Optional<String> first(String name) {
        for (HeaderField field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /**
     * Finds all values of a name, in their order.
     *
     * @param name a field name, in any case
     * @return the values, empty where there is none
     */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .toList();
    }
}
