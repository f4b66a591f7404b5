/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * One line of a corpus: what is sent, and what must and mustn't come back.
 *
 * @param json the line
 */
record AttackCase(JsonNode json) {
    /** What a case may presume of the example. */
    private static final Set<String> GIVEN = Set.of(
            "route GET /user/notes/{id}",
            "header-params; route GET /test/echo reflecting request headers",
            "route GET /test/echo reflecting parameters",
            "server bound to loopback with default host policy",
            "refresh",
            "tenants a,b; user-token-123 in a",
            "tool visibility = authorized",
            "anonymous-mcp");

    String id() {
        return json.path("id").asText();
    }

    String revision() {
        return json.path("revision").asText();
    }

    JsonNode request() {
        return json.path("request");
    }

    JsonNode expect() {
        return json.path("expect");
    }

    /** Tells whether the example has what the case presumes, and the runner what it asks for. */
    boolean applies() {
        boolean presumed = json.path("needs").isMissingNode()
                || GIVEN.contains(json.path("needs").asText());
        return presumed && !request().has("pace") && !request().has("parallel");
    }

    /** Tells whether the case leaves the example changed for others, by locking an account. */
    boolean isDisruptive() {
        return json.path("class").asText().equals("brute-force");
    }

    boolean wantsInitialize() {
        return json.path("session").asText().equals("initialize");
    }

    int repeat() {
        return json.path("repeat").asInt(1);
    }
}
