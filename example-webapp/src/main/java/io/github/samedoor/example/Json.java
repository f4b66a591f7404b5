/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** JSON as this application reads and writes it: strictly and within limits. Thread-safe. */
final class Json {
    /**
     * Refuses repeated fields, trailing text and deep nesting.
     *
     * <p>Its buffers are the application's own: Jackson's usual pool leaves them on the container's threads, where they
     * keep the class loader of a stopped application alive.
     */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(100)
                            .build())
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

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
        byte[] bytes = MAPPER.writeValueAsBytes(body);
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
