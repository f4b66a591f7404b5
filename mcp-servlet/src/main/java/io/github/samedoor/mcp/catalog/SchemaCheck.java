/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.route.PathText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that a JSON Schema (2020-12) is what its author means: known keywords only, each of its form.
 *
 * <p>JSON Schema itself ignores what it doesn't know, so that {@code minLenght} would silently check nothing. Keywords that
 * begin with {@code x-} are let through. A {@code $ref} stays inside the tool: nothing is ever fetched.
 */
final class SchemaCheck {
    private static final String REFERENCE_PREFIX = "#/$defs/";
    private static final int LONGEST_DESCRIPTION = 1024;

    private final Set<String> definitions;

    private SchemaCheck(Set<String> definitions) {
        this.definitions = definitions;
    }

    /** Checks a schema whose references may name the given definitions of its tool. */
    static void check(JsonNode schema, Set<String> definitions, Problems problems) {
        new SchemaCheck(definitions).schema(schema, problems);
        hiddenText(schema).ifPresent(problems::add);
    }

    private void schema(JsonNode schema, Problems problems) {
        if (!SchemaKeyword.SCHEMA.fits(schema)) {
            problems.add("a schema is a JSON object, such as {\"type\": \"string\"}");
        }
        for (Map.Entry<String, JsonNode> field : schema.properties()) {
            if (!field.getKey().startsWith("x-")) {
                keyword(field.getKey(), field.getValue(), problems);
            }
        }
    }

    private void keyword(String name, JsonNode value, Problems problems) {
        String shown = '"' + PathText.printable(name) + '"';
        Optional<SchemaKeyword> keyword = SchemaKeyword.of(name);
        if (keyword.isEmpty()) {
            problems.add("unknown keyword " + shown + ": " + SchemaKeyword.mend(name));
        } else if (!keyword.get().fits(value)) {
            problems.add(shown + " is " + keyword.get().noun());
        } else {
            value(keyword.get(), value, problems.in(shown));
        }
    }

    private void value(SchemaKeyword keyword, JsonNode value, Problems problems) {
        switch (keyword) {
            case SCHEMA -> schema(value, problems);
            case SCHEMAS -> value.forEach(inner -> schema(inner, problems));
            case NAMED_SCHEMAS ->
                value.properties()
                        .forEach(field -> schema(field.getValue(), problems.in(PathText.printable(field.getKey()))));
            case REFERENCE -> reference(value.textValue(), problems);
            case TEXT -> {
                if (value.textValue().length() > LONGEST_DESCRIPTION) {
                    problems.add("is longer than " + LONGEST_DESCRIPTION + " characters: say it in fewer");
                }
            }
            default -> {
                // Its form is all there is to check.
            }
        }
    }

    private void reference(String target, Problems problems) {
        if (!target.startsWith(REFERENCE_PREFIX)) {
            problems.add("points out of this tool, and nothing is fetched: copy that schema to the \"$defs\" of this"
                    + " tool and write \"#/$defs/\" with its name");
        } else if (!definitions.contains(target.substring(REFERENCE_PREFIX.length()))) {
            problems.add("names '" + PathText.printable(target)
                    + "', which the \"$defs\" of this tool doesn't have: add it");
        }
    }

    /** Finds text, in a name or a value at any depth, that a reviewer couldn't see. */
    private static Optional<String> hiddenText(JsonNode node) {
        if (node.isTextual()) {
            return VisibleText.hiddenProblem(node.textValue());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Optional<String> problem = VisibleText.hiddenProblem(field.getKey());
            if (problem.isPresent()) {
                return problem;
            }
        }
        for (JsonNode inner : node) {
            Optional<String> problem = hiddenText(inner);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }
}
