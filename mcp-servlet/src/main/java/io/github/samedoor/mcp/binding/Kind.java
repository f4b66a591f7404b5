/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The types of JSON Schema (2020-12, validation, section 6.1.1). */
enum Kind {
    STRING("a string") {
        @Override
        boolean holds(JsonNode value) {
            return value.isTextual();
        }
    },
    INTEGER("an integer") {
        @Override
        boolean holds(JsonNode value) {
            return value.isIntegralNumber() || (NUMBER.holds(value) && Numbers.isWhole(value.decimalValue()));
        }
    },
    NUMBER("a number") {
        @Override
        boolean holds(JsonNode value) {
            return value instanceof NumericNode number && !number.isNaN();
        }
    },
    BOOLEAN("true or false") {
        @Override
        boolean holds(JsonNode value) {
            return value.isBoolean();
        }
    },
    ARRAY("an array") {
        @Override
        boolean holds(JsonNode value) {
            return value.isArray();
        }
    },
    OBJECT("an object") {
        @Override
        boolean holds(JsonNode value) {
            return value.isObject();
        }
    },
    NULL("null") {
        @Override
        boolean holds(JsonNode value) {
            return value.isNull();
        }
    };

    /** What has one unambiguous text: all that a path, a header or a field of a query can carry. */
    static final Set<Kind> SCALARS = EnumSet.of(STRING, INTEGER, NUMBER, BOOLEAN);

    private final String noun;

    Kind(String noun) {
        this.noun = noun;
    }

    abstract boolean holds(JsonNode value);

    String noun() {
        return noun;
    }

    static Optional<Kind> named(String keyword) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(keyword))
                .findFirst();
    }

    static Set<Kind> of(JsonNode value) {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : values()) {
            if (kind.holds(value)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
