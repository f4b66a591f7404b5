/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code GET /public/info}: what everybody may know. */
public final class PublicInfoServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("GET");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Json.ok(
                response,
                Json.object()
                        .put("message", "Public information")
                        .put("timestamp", services().now()));
    }
}
