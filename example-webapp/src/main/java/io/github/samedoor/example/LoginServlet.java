/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.filter.ClientAddress;
import io.github.samedoor.filter.SecureTransport;
import io.github.samedoor.password.LoginResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** {@code POST /auth/login}: a session for a name and a password. */
public final class LoginServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("POST");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SecureTransport.protects(request)) {
            throw new HttpRefusal(HttpServletResponse.SC_FORBIDDEN, SecureTransport.COMPLAINT);
        }
        JsonBody body = JsonBody.read(request, "username", "password");
        String username = body.text("username", 256);
        Secret password = new Secret(body.text("password", 1024));
        LoginResult result = services().identity().login().attempt(username, password, ClientAddress.of(request));
        if (result instanceof LoginResult.Accepted accepted) {
            SessionAnswer.send(
                    response,
                    services().identity().sessions().issue(accepted.caller().id()),
                    accepted.caller());
        } else if (result instanceof LoginResult.Throttled throttled) {
            later(response, throttled.retryAfter());
            throw new HttpRefusal(429, "Too many failed logins: try again later");
        } else if (result instanceof LoginResult.Busy busy) {
            later(response, busy.retryAfter());
            throw new HttpRefusal(
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Too many logins at once: try again later");
        } else if (result instanceof LoginResult.TooLong) {
            throw new HttpRefusal(HttpServletResponse.SC_BAD_REQUEST, "\"password\" must have at most 1024 bytes");
        } else {
            SessionAnswer.challenge(response);
            throw new HttpRefusal(HttpServletResponse.SC_UNAUTHORIZED, "Invalid credentials");
        }
    }

    private static void later(HttpServletResponse response, Duration after) {
        response.setHeader("Retry-After", String.valueOf(Math.max(1, after.toSeconds())));
    }
}
