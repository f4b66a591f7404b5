/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a JSON Schema (2020-12) that binding itself checks, compiled once.
 *
 * <p>That is {@code type}, {@code enum}, {@code const}, the bounds of lengths, numbers and arrays, and, downwards,
 * {@code items}, {@code properties}, {@code required} and {@code additionalProperties}. It never refuses what the schema
 * allows. What it doesn't look at ({@code pattern}, {@code format}, {@code multipleOf}, {@code uniqueItems},
 * {@code contains}, {@code $ref}, {@code allOf} and its kin, {@code if}, {@code unevaluated…}) is left to a full validator
 * and to the route, which checks a tool call as it checks a direct one. {@code pattern} is left out on purpose: a regular
 * expression can take exponential time.
 *
 * <p>Immutable and thread-safe.
 */
final class ValueSchema implements Check {
    private final Set<Kind> kinds;
    private final Optional<ValueSchema> items;
    private final List<Check> checks;

    private ValueSchema(Set<Kind> kinds, Optional<ValueSchema> items, List<Check> checks) {
        this.kinds = kinds;
        this.items = items;
        this.checks = List.copyOf(checks);
    }

    /**
     * Compiles a schema.
     *
     * @throws IllegalArgumentException if it isn't an object or boolean, or names a type that JSON Schema doesn't know
     */
    static ValueSchema compile(JsonNode schema) {
        if (schema.isBoolean()) {
            return schema.booleanValue()
                    ? new ValueSchema(EnumSet.allOf(Kind.class), Optional.empty(), List.of())
                    : new ValueSchema(Set.of(), Optional.empty(), List.of(nothing()));
        }
        if (!schema.isObject()) {
            throw new IllegalArgumentException("a schema is a JSON object, such as {\"type\": \"string\"}");
        }
        List<Check> checks = new ArrayList<>();
        Set<Kind> kinds = kinds(schema, checks);
        if (schema.has("enum")) {
            Choice choice = Choice.of(schema.get("enum"));
            kinds.retainAll(choice.kinds());
            checks.add(choice);
        }
        if (schema.has("const")) {
            Choice choice = new Choice(List.of(schema.get("const")));
            kinds.retainAll(choice.kinds());
            checks.add(choice);
        }
        Bounds.addTo(checks, schema);
        Optional<ValueSchema> items = ArrayItems.compile(schema);
        items.ifPresent(each -> checks.add(new ArrayItems(each)));
        ObjectFields.addTo(checks, schema);
        return new ValueSchema(kinds, items, checks);
    }

    /** Returns the types that a value of this schema can have; all of them where the schema doesn't say. */
    Set<Kind> kinds() {
        return kinds;
    }

    /** Returns the schema that all items of an array have, where there is one. */
    Optional<ValueSchema> items() {
        return items;
    }

    @Override
    public Optional<Misfit> misfit(JsonNode value) {
        for (Check check : checks) {
            Optional<Misfit> misfit = check.misfit(value);
            if (misfit.isPresent()) {
                return misfit;
            }
        }
        return Optional.empty();
    }

    private static Set<Kind> kinds(JsonNode schema, List<Check> checks) {
        if (!schema.has("type")) {
            return EnumSet.allOf(Kind.class);
        }
        JsonNode type = schema.get("type");
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (type.isArray()) {
            type.forEach(name -> kinds.add(kind(name)));
        } else {
            kinds.add(kind(type));
        }
        checks.add(typeCheck(EnumSet.copyOf(kinds)));
        return kinds;
    }

    private static Kind kind(JsonNode name) {
        return Kind.named(name.asText())
                .orElseThrow(() -> new IllegalArgumentException("the \"type\" of a schema is \"string\", \"integer\","
                        + " \"number\", \"boolean\", \"array\", \"object\" or \"null\", or a list of these"));
    }

    private static Check typeCheck(Set<Kind> kinds) {
        String nouns = kinds.stream().map(Kind::noun).collect(Collectors.joining(" or "));
        Optional<Misfit> misfit = Optional.of(Misfit.here("must be " + nouns));
        return value -> {
            for (Kind kind : kinds) {
                if (kind.holds(value)) {
                    return Optional.empty();
                }
            }
            return misfit;
        };
    }

    private static Check nothing() {
        Optional<Misfit> misfit = Optional.of(Misfit.here("must be left out"));
        return value -> misfit;
    }
}
