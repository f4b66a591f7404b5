/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.Place;
import io.github.samedoor.route.Route;
import io.github.samedoor.route.RouteCall;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tool under test, bound with arguments that are written as JSON. */
final class TestTool {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Route route;
    private final List<ParameterBinding> parameters = new ArrayList<>();

    private TestTool(Route route) {
        this.route = route;
    }

    static TestTool of(String method, String path) {
        return new TestTool(Route.of(method, path));
    }

    /** A tool whose path ends in one parameter of any scalar type. */
    static TestTool note() {
        return of("GET", "/user/notes/{id}")
                .with("id", Place.PATH, true, "{\"type\":[\"string\",\"integer\",\"number\",\"boolean\"]}");
    }

    TestTool with(String name, Place place, boolean required, String schema) {
        parameters.add(new ParameterBinding(name, place, required, schema));
        return this;
    }

    ArgumentBinder binder() {
        return ArgumentBinder.of(new Tool(
                new ToolName("test"), route, "Test", "Tests.", parameters, "{\"type\":\"object\"}", Optional.empty()));
    }

    Binding bind(String arguments) {
        return binder().bind((ObjectNode) json(arguments));
    }

    /** Binds one argument of any text. */
    Binding bind(String name, String value) {
        return binder().bind(MAPPER.createObjectNode().put(name, value));
    }

    RouteCall call(String arguments) {
        return called(bind(arguments));
    }

    String refusal(String arguments) {
        return refused(bind(arguments));
    }

    String body(String arguments) {
        return new String(call(arguments).body().bytes(), StandardCharsets.UTF_8);
    }

    static RouteCall called(Binding binding) {
        if (binding instanceof Binding.Bound bound) {
            return bound.call();
        }
        throw new AssertionError("refused: " + ((Binding.Refused) binding).message());
    }

    static String refused(Binding binding) {
        if (binding instanceof Binding.Refused refused) {
            return refused.message();
        }
        throw new AssertionError(
                "not refused: " + ((Binding.Bound) binding).call().path());
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a test's own JSON is wrong: " + text, e);
        }
    }
}
