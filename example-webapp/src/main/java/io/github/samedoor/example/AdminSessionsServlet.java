/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code DELETE /admin/sessions}: ends every session, with its refresh token, at once. */
public final class AdminSessionsServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("DELETE");
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int ended = services().identity().sessions().revokeAll();
        Json.ok(response, Json.object().put("message", "Cleared " + ended + " sessions"));
    }
}
