/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt: messages with places for arguments, or a GET route that writes them.
 *
 * @param name its name
 * @param entry how it is listed
 * @param arguments the names of its arguments
 * @param required those that must be given
 * @param values what its arguments can be completed to
 * @param messages the messages; empty where a route writes them
 * @param route the route that writes them
 */
public record Prompt(
        String name,
        ObjectNode entry,
        List<String> arguments,
        Set<String> required,
        Map<String, List<String>> values,
        ArrayNode messages,
        Optional<BoundRoute> route) {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_.-]{1,64})\\}");

    /** Keeps copies. */
    public Prompt {
        arguments = List.copyOf(arguments);
        required = Set.copyOf(required);
        values = Map.copyOf(values);
    }

    /**
     * Finds a required argument that isn't given.
     *
     * @param given the arguments of a call
     * @return its name, or empty
     */
    public Optional<String> missing(ObjectNode given) {
        return arguments.stream()
                .filter(name -> required.contains(name) && !given.has(name))
                .findFirst();
    }

    /**
     * Writes the messages with arguments in their places.
     *
     * @param given the arguments, all of them texts
     * @return the messages
     */
    public JsonNode fill(ObjectNode given) {
        return fill(messages, given);
    }

    private JsonNode fill(JsonNode node, ObjectNode given) {
        if (node.isTextual()) {
            return TextNode.valueOf(fill(node.textValue(), given));
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(fill(element, given)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), fill(field.getValue(), given)));
            return object;
        }
        return node;
    }

    // In one pass, so that a value that looks like a place isn't filled again.
    private String fill(String text, ObjectNode given) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        arguments.contains(place.group(1))
                                ? given.path(place.group(1)).asText()
                                : place.group()));
    }
}
