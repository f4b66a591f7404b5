/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One object of a configuration file or a request, which knows its place there so that a complaint can name it.
 *
 * <p>Names that nobody asks for are refused, and a value of another type is never converted.
 */
public final class JsonEntry {
    private final String place;
    private final JsonNode node;

    /** Checks that the node is an object without names that nobody knows. */
    public JsonEntry(String place, JsonNode node, Set<String> known) {
        this.place = place;
        this.node = node;
        if (!node.isObject()) {
            throw new IllegalArgumentException((place.isEmpty() ? "the file" : place) + " must be a JSON object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        at(name) + " is unknown; there are: " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    /** Returns the full name of a member, for a complaint. */
    public String at(String name) {
        return place.isEmpty() ? name : place + '.' + name;
    }

    /** Reads a text that may be missing. */
    public Optional<String> optionalText(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException(at(name) + " must be a text that isn't empty");
        }
        return Optional.of(value.textValue());
    }

    /** Reads a text that must be there. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalArgumentException(at(name) + " is missing"));
    }

    /** Reads true or false. */
    public boolean flag(String name, boolean otherwise) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IllegalArgumentException(at(name) + " must be true or false");
        }
        return value.asBoolean(otherwise);
    }

    /** Reads a text into something better; a complaint about it gets the place in front. */
    public <T> Optional<T> optional(String name, Function<String, T> reader) {
        return optionalText(name).map(text -> read(name, text, reader));
    }

    /** Reads a text that must be there into something better. */
    public <T> T required(String name, Function<String, T> reader) {
        return read(name, text(name), reader);
    }

    /** Reads a list of texts, empty where it is missing. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (!value.isTextual()) {
                throw new IllegalArgumentException(at(name) + " must be a list of texts");
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    /** Reads a list of objects, empty where it is missing. */
    public List<JsonEntry> entries(String name, Set<String> known) {
        List<JsonEntry> entries = new ArrayList<>();
        for (JsonNode value : array(name)) {
            entries.add(new JsonEntry(at(name) + '[' + entries.size() + ']', value, known));
        }
        return entries;
    }

    /** Returns a member that is an object, or an empty one. */
    public JsonEntry entry(String name, Set<String> known) {
        JsonNode value = node.path(name);
        return new JsonEntry(at(name), value.isMissingNode() ? JsonNodeFactory.instance.objectNode() : value, known);
    }

    /** Returns a member that is an object with names of any kind, or an empty one. */
    public JsonEntry anyEntry(String name) {
        List<String> names = new ArrayList<>();
        node.path(name).fieldNames().forEachRemaining(names::add);
        return entry(name, Set.copyOf(names));
    }

    /** Lists the names that stand here. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private JsonNode array(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw new IllegalArgumentException(at(name) + " must be a list");
        }
        return value;
    }

    private <T> T read(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(at(name) + ": " + e.getMessage(), e);
        }
    }
}
