/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code GET /test/echo}: the request as a route sees it, with the values of credentials left out. */
public final class EchoServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "proxy-authorization", "cookie", "x-tenant-token", "x-api-key");

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("GET");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode echo = Json.object()
                .put("method", request.getMethod())
                .put("path", request.getRequestURI())
                .put("query", Objects.requireNonNullElse(request.getQueryString(), ""));
        echo.set("parameters", parameters(request));
        echo.set("headers", headers(request));
        Json.ok(response, echo);
    }

    private static ObjectNode parameters(HttpServletRequest request) {
        ObjectNode parameters = Json.object();
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            ArrayNode array = parameters.putArray(name);
            for (String value : values) {
                array.add(value);
            }
        });
        return parameters;
    }

    private static ObjectNode headers(HttpServletRequest request) {
        ObjectNode headers = Json.object();
        for (String name : new TreeSet<>(Collections.list(request.getHeaderNames()))) {
            String lowerCase = name.toLowerCase(Locale.ROOT);
            ArrayNode values = headers.putArray(lowerCase);
            for (String value : Collections.list(request.getHeaders(name))) {
                values.add(CREDENTIALS.contains(lowerCase) ? "(left out)" : value);
            }
        }
        return headers;
    }
}
