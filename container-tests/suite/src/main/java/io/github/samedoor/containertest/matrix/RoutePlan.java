/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import java.util.List;

/**
 * A path of a generated application that is offered as a tool with every method.
 *
 * @param servlet the servlet that ordinary values arrive at
 * @param template the path, with at most the parameter {@code name} at its end
 * @param values the values of the parameter to call with; one empty value where there is none
 * @param servedBy what the tools file says of who serves it, or empty
 */
record RoutePlan(String servlet, String template, List<String> values, String servedBy) {
    static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

    /** A value of {@code /b/{name}} with which the path arrives at another servlet. */
    static final String ELSEWHERE = "in";

    /** Values that are no plain segment of a path, as JSON writes them. */
    static final List<String> ODD_VALUES = List.of(
            "..",
            "../e0",
            "..%2fe0",
            "%2e%2e",
            "%2e%2e/e0",
            "..;/e0",
            ".",
            "a/b",
            "a\\\\..\\\\e0",
            "a;b",
            "a%00",
            "\\u0000",
            "WEB-INF",
            "web-inf",
            "\\uff0e\\uff0e");

    String path(String value) {
        return template.replace("{name}", value);
    }

    String arguments(String value) {
        return value.isEmpty() ? "{}" : "{\"name\":\"" + value + "\"}";
    }

    String toolJson(String method) {
        String parameters = template.contains("{name}")
                ? ",\"parameters\":{\"name\":{\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}}}"
                : "";
        return "{\"method\":\"" + method + "\",\"path\":\"" + template + "\",\"description\":\"A route.\""
                + (servedBy.isEmpty() ? "" : ",\"servedBy\":\"" + servedBy + "\"") + parameters + "}";
    }
}
