/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.PathTemplate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a value that fits its schema gets to its place in the call. Implementations are immutable. */
sealed interface Placement permits PathPlacement, QueryPlacement, HeaderPlacement, BodyPlacement {
    /** Puts a value into a call, or says why this place can't carry it. */
    Optional<Misfit> put(JsonNode value, CallDraft call);

    /**
     * Chooses the placement of a parameter.
     *
     * @throws IllegalArgumentException if its schema allows what the place can't carry; the message says how to mend it
     */
    static Placement of(ParameterBinding parameter, ValueSchema schema, PathTemplate path) {
        return switch (parameter.place()) {
            case PATH -> {
                requireScalar(
                        schema.kinds(), "a path parameter is a \"string\", \"integer\", \"number\" or \"boolean\"");
                yield new PathPlacement(path.parameters().indexOf(parameter.name()));
            }
            case QUERY -> QueryPlacement.of(parameter.name(), schema);
            case HEADER -> {
                requireScalar(
                        withoutNull(schema.kinds()),
                        "a header is a \"string\", \"integer\", \"number\" or \"boolean\"");
                yield new HeaderPlacement(parameter.name());
            }
            case BODY -> new BodyPlacement(Optional.of(parameter.name()));
            case WHOLE_BODY -> new BodyPlacement(Optional.empty());
        };
    }

    /** Refuses a schema whose values can be anything but scalars, or nothing at all. */
    static void requireScalar(Set<Kind> kinds, String rule) {
        if (kinds.isEmpty() || !Kind.SCALARS.containsAll(kinds)) {
            throw new IllegalArgumentException(rule + ": say so by the \"type\" of its schema");
        }
    }

    /** Returns the types that are left when an absent value has been left out. */
    static Set<Kind> withoutNull(Set<Kind> kinds) {
        Set<Kind> present = kinds.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(kinds);
        present.remove(Kind.NULL);
        return present;
    }
}
