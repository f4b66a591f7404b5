/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.route.PathText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The fields of one JSON object of the file: only known ones, each of its type. */
final class Fields {
    private final JsonNode object;
    private final Problems problems;

    private Fields(JsonNode object, Problems problems) {
        this.object = object;
        this.problems = problems;
    }

    /** Opens an object, adding a problem for each field that it can't have. */
    static Fields of(JsonNode object, List<String> known, String owner, Problems problems) {
        if (!object.isObject()) {
            problems.add(owner + " is a JSON object with " + quoted(known));
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add("unknown field \"" + PathText.printable(name) + "\": " + owner + " has " + quoted(known));
            }
        });
        return new Fields(object, problems);
    }

    Optional<String> text(String name) {
        return field(name, JsonNode::isTextual, "a text in double quotes").map(JsonNode::textValue);
    }

    /** Reads a text that must be there; the mend says what to write. */
    Optional<String> requiredText(String name, String mend) {
        requirePresent(name, mend);
        return text(name);
    }

    /** Reads a text for people and models, if it is there and fit to be shown; it may have several lines. */
    Optional<String> visibleText(String name, int longest) {
        return visible(name, text -> VisibleText.problem(text, longest));
    }

    /** Reads one line of text for people, if it is there and fit to be shown. */
    Optional<String> visibleLine(String name, int longest) {
        return visible(name, text -> VisibleText.lineProblem(text, longest));
    }

    private Optional<String> visible(String name, Function<String, Optional<String>> check) {
        Optional<String> text = text(name);
        Optional<String> problem = text.flatMap(check);
        problem.ifPresent(found -> problems.add('"' + name + "\" " + found));
        return problem.isPresent() ? Optional.empty() : text;
    }

    Optional<Boolean> flag(String name) {
        return field(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    Optional<ObjectNode> object(String name) {
        return field(name, JsonNode::isObject, "a JSON object").map(ObjectNode.class::cast);
    }

    Optional<JsonNode> array(String name) {
        return field(name, JsonNode::isArray, "a JSON array");
    }

    Optional<JsonNode> any(String name) {
        return Optional.ofNullable(object.get(name));
    }

    /** Adds a problem where a field is missing, with its mend. */
    void requirePresent(String name, String mend) {
        if (object.isObject() && !object.has(name)) {
            problems.add('"' + name + "\" is missing: " + mend);
        }
    }

    private Optional<JsonNode> field(String name, Predicate<JsonNode> type, String noun) {
        Optional<JsonNode> value = any(name);
        if (value.isPresent() && !type.test(value.get())) {
            problems.add('"' + name + "\" is " + noun);
            return Optional.empty();
        }
        return value;
    }

    private static String quoted(List<String> names) {
        return '"' + String.join("\", \"", names) + '"';
    }
}
