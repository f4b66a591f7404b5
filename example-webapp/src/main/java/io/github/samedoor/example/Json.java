/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers in JSON. */
final class Json {
    private Json() {}

    /** Starts an object; fields keep the order in which they are put. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Answers with a status and a JSON body.
     *
     * @param response the response, uncommitted
     * @param status the HTTP status
     * @param body what to say
     * @throws IOException if the connection fails
     */
    static void send(HttpServletResponse response, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Answers that all is well. */
    static void ok(HttpServletResponse response, JsonNode body) throws IOException {
        send(response, HttpServletResponse.SC_OK, body);
    }

    /** Answers with a status and one sentence that says why. */
    static void error(HttpServletResponse response, int status, String message) throws IOException {
        send(response, status, object().put("error", message));
    }
}
