/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import java.util.List;
import java.util.Optional;

/**
 * What callers show, and what the example thinks of it where a route wants a caller.
 *
 * <p>{@code SESSION_OF_ALICE} and the like in a header stand for a token that a login gave out.
 */
enum Shown {
    NOTHING(401, "No authorization header"),
    USER_TOKEN(Who.ALICE, "Bearer user-token-123"),
    USER_TOKEN_LOWER_CASE_SCHEME(Who.ALICE, "bearer user-token-123"),
    ADMIN_TOKEN(Who.BOB, "Bearer admin-token-456"),
    API_KEY(Who.SERVICE, "ApiKey api-key-789"),
    API_KEY_UPPER_CASE_SCHEME(Who.SERVICE, "APIKEY api-key-789"),
    SESSION_OF_ALICE(Who.ALICE, "Bearer SESSION_OF_ALICE"),
    SESSION_OF_BOB(Who.BOB, "Bearer SESSION_OF_BOB"),
    REVOKED_SESSION(401, "Invalid token", "Bearer REVOKED_SESSION"),
    UNKNOWN_BEARER(401, "Invalid token", "Bearer invalid-token"),
    UNKNOWN_SESSION(401, "Invalid token", "Bearer session-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
    API_KEY_AS_BEARER(401, "Invalid token", "Bearer api-key-789"),
    UNKNOWN_API_KEY(401, "Invalid API key", "ApiKey api-key-000"),
    TOKEN_AS_API_KEY(401, "Invalid API key", "ApiKey user-token-123"),
    BASIC(401, "Unsupported auth scheme", "Basic YWxpY2U6cGFzc3dvcmQxMjM="),
    OTHER_SCHEME(401, "Unsupported auth scheme", "Token user-token-123"),
    EMPTY_BEARER(400, "<text>", "Bearer"),
    TWO_TOKENS(400, "<text>", "Bearer user-token-123", "Bearer admin-token-456");

    private final Optional<Who> who;
    private final int status;
    private final String error;
    private final String authorization;

    Shown(Who who, String authorization) {
        this.who = Optional.of(who);
        this.status = 200;
        this.error = "";
        this.authorization = authorization;
    }

    Shown(int status, String error, String... authorization) {
        this.who = Optional.empty();
        this.status = status;
        this.error = error;
        this.authorization = String.join("\n", authorization);
    }

    /** Tells whether the header can't be read without guessing, so that it is refused everywhere. */
    boolean isMalformed() {
        return status == 400;
    }

    /** Tells whose credential it is, if it is good. */
    Optional<Who> who() {
        return who;
    }

    boolean isSession() {
        return this == SESSION_OF_ALICE || this == SESSION_OF_BOB;
    }

    /** Returns what a route that wants a caller answers to a credential that isn't good. */
    Expected refusal() {
        return new Expected(status, "{\"error\":\"" + error + "\"}");
    }

    /** Returns the values of the Authorization headers, one for each header line. */
    List<String> authorization() {
        return authorization.lines().toList();
    }
}
