/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.identity.Caller;
import io.github.samedoor.session.SessionTokens;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What login and refresh answer. */
final class SessionAnswer {
    private SessionAnswer() {}

    /** Hands the tokens of a session to their owner. */
    static void send(HttpServletResponse response, SessionTokens tokens, Caller caller) throws IOException {
        ObjectNode answer = Json.object()
                .put("token", tokens.access().reveal())
                .put("refreshToken", tokens.refresh().reveal());
        answer.set("user", CurrentCaller.toJson(caller));
        Json.ok(response, answer.put("expiresIn", tokens.expiresIn().toSeconds()));
    }

    /** Says how to authenticate, as every 401 must (RFC 9110 section 11.6.1). */
    static void challenge(HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"samedoor-example\"");
    }
}
