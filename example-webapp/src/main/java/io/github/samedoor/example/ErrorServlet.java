/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says in JSON what the container's own error page would say in HTML, and nothing of how the server is made. */
public final class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getDispatcherType() == DispatcherType.ERROR
                        && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        response.setHeader("X-Content-Type-Options", "nosniff");
        Json.error(response, status, words(status));
    }

    private static String words(int status) {
        return switch (status) {
            case HttpServletResponse.SC_BAD_REQUEST -> "Bad request";
            case HttpServletResponse.SC_UNAUTHORIZED -> "Authentication required";
            case HttpServletResponse.SC_FORBIDDEN -> "Forbidden";
            case HttpServletResponse.SC_NOT_FOUND -> "Not found";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "Method not allowed";
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> "The body is too large";
            case HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE -> "Unsupported media type";
            default -> status < 500 ? "Request refused" : "Internal error";
        };
    }
}
