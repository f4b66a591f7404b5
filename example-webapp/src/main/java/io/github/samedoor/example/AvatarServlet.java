/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** {@code GET /user/avatar}: a small picture. */
public final class AvatarServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    @Override
    List<String> methods(HttpServletRequest request) {
        return List.of("GET");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream picture = getServletContext().getResourceAsStream("/WEB-INF/avatar.png")) {
            if (picture == null) {
                throw new IllegalStateException("/WEB-INF/avatar.png is missing from the WAR");
            }
            byte[] bytes = picture.readAllBytes();
            response.setContentType("image/png");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
