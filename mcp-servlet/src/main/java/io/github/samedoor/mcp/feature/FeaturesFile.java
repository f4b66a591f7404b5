/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.wire.JsonLimits;
import io.github.samedoor.mcp.wire.JsonReading;
import io.github.samedoor.mcp.wire.StrictJson;
import io.github.samedoor.tool.ToolCatalog;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The file in which an application names its resources and prompts; an application without one has none. */
public final class FeaturesFile {
    /** Where the file is unless the application says otherwise. */
    public static final String DEFAULT_RESOURCE = "/WEB-INF/mcp-features.json";

    private static final Set<String> RESOURCE =
            Set.of("uri", "name", "title", "description", "mimeType", "path", "values");
    private static final Set<String> PROMPT = Set.of("name", "title", "description", "arguments", "messages", "path");
    private static final Set<String> ARGUMENT = Set.of("name", "description", "required", "values");

    private final String file;
    private final ToolCatalog tools;
    private final Set<String> uris = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    private FeaturesFile(String file, ToolCatalog tools) {
        this.file = file;
        this.tools = tools;
    }

    /**
     * Reads the features file of an application.
     *
     * @param context the application
     * @param resource the file's path inside it
     * @param tools the application's tools, whose routes a resource may share
     * @return its features; none if the file isn't there
     * @throws FeaturesFileException if anything in it is wrong
     */
    public static Features read(ServletContext context, String resource, ToolCatalog tools) {
        try (InputStream in = context.getResourceAsStream(resource)) {
            return in == null ? Features.none() : new FeaturesFile(resource, tools).parse(in.readAllBytes());
        } catch (IOException e) {
            throw new FeaturesFileException(resource, "it can't be read: " + e.getMessage());
        }
    }

    private Features parse(byte[] bytes) {
        JsonReading reading = new StrictJson(JsonLimits.defaults()).read(bytes);
        if (!(reading instanceof JsonReading.Read read)) {
            throw wrong(((JsonReading.Malformed) reading).why());
        }
        known(read.value(), Set.of("resources", "prompts"), "the file");
        List<Resource> resources = new ArrayList<>();
        read.value().path("resources").forEach(entry -> resources.add(resource(entry)));
        List<Prompt> prompts = new ArrayList<>();
        read.value().path("prompts").forEach(entry -> prompts.add(prompt(entry)));
        return new Features(resources, prompts);
    }

    private Resource resource(JsonNode json) {
        known(json, RESOURCE, "a resource");
        UriTemplate uri = new UriTemplate(text(json, "uri", "a resource"));
        String owner = "the resource " + uri.text();
        if (uri.text().indexOf(':') < 1 || !uris.add(uri.text())) {
            throw wrong(owner + " needs a URI of its own, such as notes://all");
        }
        boolean template = !uri.variables().isEmpty();
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("name", text(json, "name", owner));
        entry.put(template ? "uriTemplate" : "uri", uri.text());
        copy(json, entry, List.of("title", "description", "mimeType"));
        String path = text(json, "path", owner);
        Map<String, List<String>> values = new HashMap<>();
        json.path("values").properties().forEach(field -> values.put(field.getKey(), texts(field.getValue())));
        return new Resource(
                uri, entry, route("resource" + uris.size(), path, uri.variables(), uri.variables(), owner), values);
    }

    private Prompt prompt(JsonNode json) {
        known(json, PROMPT, "a prompt");
        String name = text(json, "name", "a prompt");
        String owner = "the prompt " + name;
        if (!names.add(name)) {
            throw wrong(owner + " stands twice: keep one");
        }
        List<String> arguments = new ArrayList<>();
        Set<String> required = new HashSet<>();
        Map<String, List<String>> values = new HashMap<>();
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("name", name);
        copy(json, entry, List.of("title", "description"));
        ArrayNode listed = entry.putArray("arguments");
        for (JsonNode argument : json.path("arguments")) {
            known(argument, ARGUMENT, "an argument of " + owner);
            String argumentName = text(argument, "name", "an argument of " + owner);
            arguments.add(argumentName);
            values.put(argumentName, texts(argument.path("values")));
            if (argument.path("required").asBoolean()) {
                required.add(argumentName);
            }
            ObjectNode shown = listed.addObject().put("name", argumentName);
            copy(argument, shown, List.of("description", "required"));
        }
        if (json.has("path") == json.has("messages")) {
            throw wrong(owner + " needs either \"messages\" or a \"path\" that writes them");
        }
        Optional<BoundRoute> route = json.has("path")
                ? Optional.of(route(
                        "prompt" + names.size(), text(json, "path", owner), arguments, List.copyOf(required), owner))
                : Optional.empty();
        ArrayNode messages =
                json.path("messages") instanceof ArrayNode array ? array : JsonNodeFactory.instance.arrayNode();
        return new Prompt(name, entry, arguments, required, values, messages, route);
    }

    private BoundRoute route(String name, String path, List<String> arguments, List<String> required, String owner) {
        try {
            return BoundRoute.of(name, path, arguments, required, tools);
        } catch (IllegalArgumentException e) {
            throw wrong(owner + " can't have the path " + path + ": " + e.getMessage());
        }
    }

    private void known(JsonNode json, Set<String> fields, String owner) {
        if (!json.isObject()) {
            throw wrong(owner + " is a JSON object");
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw wrong("unknown field \"" + name + "\": " + owner + " has "
                        + fields.stream().sorted().toList());
            }
        });
    }

    private String text(JsonNode json, String field, String owner) {
        if (json.path(field).asText().isBlank() || !json.path(field).isTextual()) {
            throw wrong(owner + " needs \"" + field + "\", a text");
        }
        return json.path(field).textValue();
    }

    private static void copy(JsonNode from, ObjectNode to, List<String> fields) {
        fields.stream().filter(from::has).forEach(field -> to.set(field, from.get(field)));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private FeaturesFileException wrong(String problem) {
        return new FeaturesFileException(file, problem);
    }
}
