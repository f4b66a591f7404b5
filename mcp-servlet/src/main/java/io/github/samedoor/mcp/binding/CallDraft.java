/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.Route;
import io.github.samedoor.route.RouteBody;
import io.github.samedoor.route.RouteCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parts of one call while its arguments are being placed; used by one thread. */
final class CallDraft {
    private final String[] pathValues;
    private final StringBuilder query = new StringBuilder(0);
    private final List<HeaderField> headers = new ArrayList<>(0);
    private final Optional<ObjectNode> properties;
    private Optional<JsonNode> wholeBody = Optional.empty();

    /** Begins a call; {@code objectBody} says that its body is the object of its properties, even of none. */
    CallDraft(int pathValues, boolean objectBody) {
        this.pathValues = new String[pathValues];
        this.properties = objectBody ? Optional.of(JsonNodeFactory.instance.objectNode()) : Optional.empty();
        Arrays.fill(this.pathValues, "");
    }

    void setPathValue(int index, String segment) {
        pathValues[index] = segment;
    }

    void addQueryField(String encodedName, String value) {
        if (query.length() > 0) {
            query.append('&');
        }
        PercentEncoder.append(query.append(encodedName).append('='), value);
    }

    void addHeader(String name, String value) {
        headers.add(new HeaderField(name, value));
    }

    void setBodyProperty(String name, JsonNode value) {
        properties.orElseThrow().set(name, value);
    }

    void setBody(JsonNode value) {
        wholeBody = Optional.of(value);
    }

    RouteCall call(Route route, PathWriter path) {
        Optional<? extends JsonNode> body = properties.isPresent() ? properties : wholeBody;
        return new RouteCall(
                route,
                path.decoded(pathValues),
                path.encoded(pathValues),
                query.toString(),
                headers.isEmpty() ? HeaderFields.none() : new HeaderFields(headers),
                body.map(JsonBody::of).orElseGet(RouteBody::none));
    }
}
