/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.PathTemplate;
import io.github.samedoor.route.PathText;
import io.github.samedoor.route.Route;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one tool from the file. */
final class ToolEntry {
    private static final List<String> FIELDS =
            List.of("method", "path", "name", "title", "description", "parameters", "servedBy", "$defs");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int LONGEST_TITLE = 128;
    private static final int LONGEST_DESCRIPTION = 1024;

    private ToolEntry() {}

    /** Reads a tool; empty, with problems added, if anything in it is wrong. */
    static Optional<ToolDraft> read(JsonNode entry, Claims claims, Problems problems) {
        int before = problems.count();
        Fields fields = Fields.of(entry, FIELDS, "a tool", problems);
        Optional<Route> route = route(fields, problems);
        Optional<ToolName> name = fields.text("name").flatMap(text -> problems.attempt(() -> new ToolName(text)));
        Optional<String> title = fields.visibleLine("title", LONGEST_TITLE);
        Optional<String> description = description(fields);
        Optional<String> servedBy = fields.visibleLine("servedBy", LONGEST_TITLE);
        Optional<ObjectNode> definitions = definitions(fields, problems);
        Optional<List<ParameterBinding>> parameters = parameters(fields, names(definitions), problems);
        claims.claim(route, name, problems);
        if (route.isPresent() && parameters.isPresent()) {
            Tool.problems(route.get(), parameters.get()).forEach(problems::add);
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new ToolDraft(
                name,
                route.orElseThrow(),
                title.orElseGet(() -> route.orElseThrow().toString()),
                description.orElseThrow(),
                parameters.orElseThrow(),
                definitions.map(JsonNode::toString),
                servedBy));
    }

    /** Says which entry this is, in the words of the file. */
    static String label(JsonNode entry, int index) {
        JsonNode method = entry.path("method");
        JsonNode path = entry.path("path");
        String route = method.isTextual() && path.isTextual() ? ' ' + method.textValue() + ' ' + path.textValue() : "";
        return "tools[" + index + ']' + PathText.printable(route);
    }

    private static Optional<Route> route(Fields fields, Problems problems) {
        Optional<String> method = fields.requiredText("method", "write the route's HTTP method, such as \"GET\"");
        Optional<String> path = fields.requiredText("path", "write the route's path, such as \"/user/notes/{id}\"");
        boolean known = method.filter(METHODS::contains).isPresent();
        if (method.isPresent() && !known) {
            problems.add("\"method\" is one of " + METHODS + ", in upper case");
        }
        Optional<PathTemplate> template = path.flatMap(text -> problems.attempt(() -> PathTemplate.parse(text)));
        return known ? template.map(parsed -> new Route(method.orElseThrow(), parsed)) : Optional.empty();
    }

    private static Optional<List<ParameterBinding>> parameters(Fields fields, Set<String> defined, Problems problems) {
        int before = problems.count();
        List<ParameterBinding> parameters = new ArrayList<>();
        fields.object("parameters")
                .ifPresent(object -> object.properties().forEach(field -> {
                    Problems inside = problems.in("parameter '" + PathText.printable(field.getKey()) + "'");
                    ParameterEntry.read(field.getKey(), field.getValue(), defined, inside)
                            .ifPresent(parameters::add);
                }));
        return problems.count() == before ? Optional.of(parameters) : Optional.empty();
    }

    private static Optional<String> description(Fields fields) {
        fields.requirePresent("description", "tell the model in a sentence or two what the tool does");
        return fields.visibleText("description", LONGEST_DESCRIPTION);
    }

    private static Optional<ObjectNode> definitions(Fields fields, Problems problems) {
        Optional<ObjectNode> definitions = fields.object("$defs");
        Set<String> names = names(definitions);
        definitions.ifPresent(schemas -> schemas.properties()
                .forEach(field -> SchemaCheck.check(
                        field.getValue(),
                        names,
                        problems.in("\"$defs\" '" + PathText.printable(field.getKey()) + "'"))));
        return definitions;
    }

    private static Set<String> names(Optional<ObjectNode> object) {
        Set<String> names = new HashSet<>();
        object.ifPresent(given -> given.fieldNames().forEachRemaining(names::add));
        return names;
    }
}
