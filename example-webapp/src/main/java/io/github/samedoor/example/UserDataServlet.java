/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code GET /user/data}: something that only its owner may see. */
public final class UserDataServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("GET");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CurrentCaller caller = CurrentCaller.of(request);
        Json.ok(
                response,
                Json.object()
                        .put("data", "Private data for user " + caller.username())
                        .put("userId", caller.userId()));
    }
}
