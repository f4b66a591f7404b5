/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keywords {@code enum} and {@code const}: one of some values. */
final class Choice implements Check {
    private static final int SHOWN = 20;

    private final List<JsonNode> values;
    private final Optional<Misfit> misfit;

    Choice(List<JsonNode> values) {
        this.values = List.copyOf(values);
        this.misfit = Optional.of(Misfit.here("must be " + nouns(this.values)));
    }

    static Choice of(JsonNode list) {
        List<JsonNode> values = new ArrayList<>();
        list.forEach(values::add);
        return new Choice(values);
    }

    Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        values.forEach(value -> kinds.addAll(Kind.of(value)));
        return kinds;
    }

    @Override
    public Optional<Misfit> misfit(JsonNode value) {
        for (JsonNode allowed : values) {
            if (allowed.equals(Numbers.BY_VALUE, value)) {
                return Optional.empty();
            }
        }
        return misfit;
    }

    private static String nouns(List<JsonNode> values) {
        StringBuilder text = new StringBuilder(values.size() == 1 ? "" : "one of ");
        for (int i = 0; i < Math.min(values.size(), SHOWN); i++) {
            JsonNode value = values.get(i);
            text.append(i == 0 ? "" : ", ")
                    .append(value.isTextual() ? "'" + value.textValue() + "'" : value.toString());
        }
        return values.size() > SHOWN ? text.append(", ...").toString() : text.toString();
    }
}
