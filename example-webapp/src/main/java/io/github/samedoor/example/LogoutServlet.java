/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** {@code POST /auth/logout}: ends the session that the request came with. */
public final class LogoutServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("POST");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        services()
                .identity()
                .sessions()
                .revoke(CurrentCaller.of(request)
                        .session()
                        .orElseThrow(() ->
                                new HttpRefusal(HttpServletResponse.SC_BAD_REQUEST, "There is no session to end")));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
