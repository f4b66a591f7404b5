/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.session.RefreshResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code POST /auth/refresh}: two new tokens for a refresh token, which is spent by it. */
public final class RefreshServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("POST");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Secret token = new Secret(JsonBody.read(request, "refreshToken").text("refreshToken", 256));
        if (services().identity().sessions().refresh(token) instanceof RefreshResult.Rotated rotated) {
            SessionAnswer.send(response, rotated.tokens(), rotated.caller());
        } else {
            SessionAnswer.challenge(response);
            throw new HttpRefusal(HttpServletResponse.SC_UNAUTHORIZED, "Invalid token");
        }
    }
}
