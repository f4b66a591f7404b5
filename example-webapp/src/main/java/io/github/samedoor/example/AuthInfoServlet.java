/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code GET /test/auth-info}: how the caller's credential arrived at this route. */
public final class AuthInfoServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("GET");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CurrentCaller caller = CurrentCaller.of(request);
        ObjectNode answer = Json.object().put("message", "Auth passthrough successful");
        answer.set("user", caller.toJson());
        Json.ok(response, answer.put("authScheme", caller.scheme()).put("tokenId", caller.tokenId()));
    }
}
