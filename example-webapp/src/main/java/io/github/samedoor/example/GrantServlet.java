/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import io.github.samedoor.identity.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** {@code POST /admin/grant}: gives a user a role in place of the present one, from the user's next call on. */
public final class GrantServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("POST");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonBody body = JsonBody.read(request, "userId", "role");
        long userId = body.number("userId");
        Role role = services()
                .identity()
                .roles()
                .role(body.text("role", 64))
                .orElseThrow(() ->
                        new HttpRefusal(HttpServletResponse.SC_BAD_REQUEST, "\"role\" must be user, service or admin"));
        boolean known = services()
                .identity()
                .users()
                .update(String.valueOf(userId), user -> user.withRoles(Set.of(role)))
                .isPresent();
        if (!known) {
            throw new HttpRefusal(HttpServletResponse.SC_NOT_FOUND, "No such user");
        }
        Json.ok(
                response,
                Json.object()
                        .put("message", "Granted " + role + " role to user " + userId)
                        .put("timestamp", services().now()));
    }
}
