/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import java.net.URI;

/**
 * One call made twice: directly and as a tool.
 *
 * @param direct the answer to the direct call
 * @param tool the answer to the tool call
 */
record BothWays(HttpAnswer direct, HttpAnswer tool) {
    private static final String ACCEPT = "Accept: application/json, */*;q=0.8";

    /** Makes a call without a body. */
    static BothWays get(URI base, String path, String... headers) {
        Http http = new Http(base);
        return new BothWays(http.send("GET", path, "", withAccept(headers)), tool(http, "GET", path, "{}", headers));
    }

    /** Makes a call with a JSON body. */
    static BothWays post(URI base, String path, String json, String... headers) {
        Http http = new Http(base);
        return new BothWays(http.postJson(path, json, withAccept(headers)), tool(http, "POST", path, json, headers));
    }

    /** Describes the route as a tool whose body parameter, if it posts, is {@code note}. */
    static String describe(String method, String path) {
        String parameters =
                method.equals("POST") ? "{\"note\":{\"in\":\"body\",\"schema\":{\"type\":\"string\"}}}" : "{}";
        return "{\"method\":\"" + method + "\",\"path\":\"" + path + "\",\"description\":\"A route.\",\"parameters\":"
                + parameters + "}";
    }

    /** Returns what the tool call hands on of the route's body: JSON as JSON, other text as a JSON string. */
    String result() {
        try {
            JsonNode result = new ObjectMapper().readTree(tool.text()).path("result");
            return result.isTextual() ? result.asText() : result.toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError("The answer isn't JSON: " + tool.text(), e);
        }
    }

    private static HttpAnswer tool(Http http, String method, String path, String arguments, String... headers) {
        return http.postJson(
                "/mcp/invoke", "{\"toolName\":\"" + method + '_' + path + "\",\"args\":" + arguments + "}", headers);
    }

    private static String[] withAccept(String... headers) {
        String[] all = new String[headers.length + 1];
        all[0] = ACCEPT;
        System.arraycopy(headers, 0, all, 1, headers.length);
        return all;
    }
}
