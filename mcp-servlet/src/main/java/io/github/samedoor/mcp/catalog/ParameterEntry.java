/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.binding.ArgumentBinder;
import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one parameter of a tool from the file. */
final class ParameterEntry {
    private static final List<String> FIELDS = List.of("in", "required", "description", "schema");
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final Map<String, Place> PLACES = Map.of(
            "path", Place.PATH,
            "query", Place.QUERY,
            "header", Place.HEADER,
            "body", Place.BODY,
            "whole-body", Place.WHOLE_BODY);

    private ParameterEntry() {}

    /** Reads a parameter; empty, with problems added, if anything in it is wrong. */
    static Optional<ParameterBinding> read(String name, JsonNode entry, Set<String> definitions, Problems problems) {
        Fields fields = Fields.of(entry, FIELDS, "a parameter", problems);
        Optional<Place> place = place(fields, problems);
        Optional<Boolean> required = fields.flag("required");
        Optional<String> description = fields.visibleText("description", LONGEST_DESCRIPTION);
        Optional<ObjectNode> schema = schema(fields, description, definitions, problems);
        if (place.isEmpty() || schema.isEmpty()) {
            return Optional.empty();
        }
        return problems.attempt(() -> {
            ParameterBinding parameter = new ParameterBinding(
                    name,
                    place.get(),
                    required.orElse(place.get() == Place.PATH),
                    schema.get().toString());
            ArgumentBinder.requireBindable(parameter);
            return parameter;
        });
    }

    private static Optional<Place> place(Fields fields, Problems problems) {
        String mend = "write \"path\", \"query\", \"header\", \"body\" (one property of a JSON body) or \"whole-body\"";
        Optional<String> text = fields.requiredText("in", mend);
        Optional<Place> place = text.map(PLACES::get);
        if (text.isPresent() && place.isEmpty()) {
            problems.add("\"in\" is an unknown place: " + mend);
        }
        return place;
    }

    private static Optional<ObjectNode> schema(
            Fields fields, Optional<String> description, Set<String> definitions, Problems problems) {
        fields.requirePresent("schema", "say which values it takes, such as {\"type\": \"string\"}");
        Optional<ObjectNode> schema = fields.object("schema");
        if (schema.isEmpty()) {
            return schema;
        }
        int before = problems.count();
        SchemaCheck.check(schema.get(), definitions, problems.in("\"schema\""));
        if (description.isPresent() && schema.get().has("description")) {
            problems.add("the description stands twice, here and in its schema: keep one");
        }
        description.ifPresent(text -> schema.get().put("description", text));
        return problems.count() == before ? schema : Optional.empty();
    }
}
