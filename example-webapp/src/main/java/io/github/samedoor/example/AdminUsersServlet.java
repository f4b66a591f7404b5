/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.password.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code GET /admin/users}: who there is, and how many sessions are open. */
public final class AdminUsersServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("GET");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode answer = Json.object();
        ArrayNode users = answer.putArray("users");
        for (User user : services().identity().users().all()) {
            ObjectNode json = CurrentCaller.toJson(user.caller());
            services().identity().tokens().ownedBy(user.id()).stream()
                    .findFirst()
                    .ifPresent(token -> json.put("tokenId", token.hash().id()));
            users.add(json);
        }
        Json.ok(
                response,
                answer.put(
                        "sessions", services().identity().sessions().sessions().size()));
    }
}
