/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.samedoor.containertest.HttpAnswer;

/**
 * What the endpoint answered.
 *
 * @param http the answer
 * @param reached how many routes were reached meanwhile
 */
record Reply(HttpAnswer http, int reached) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    int status() {
        return http.status();
    }

    /** Returns the code of the JSON-RPC error, or 0 where there is none. */
    int code() {
        return json().at("/error/code").asInt();
    }

    JsonNode result() {
        return json().path("result");
    }

    JsonNode json() {
        try {
            return MAPPER.readTree(http.text());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + http, e);
        }
    }

    /** Returns status, error code and routes reached in one line, as tables of cases have them. */
    String summary() {
        return status() + " " + (http.text().isEmpty() ? 0 : code()) + (reached == 0 ? "" : " reached");
    }
}
