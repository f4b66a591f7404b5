/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Headers that every answer has, and an end for TRACE, which would echo a caller's credential. */
public final class HygieneFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.getMethod().equals("TRACE")) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
            Json.error(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Method not allowed");
        } else {
            chain.doFilter(request, response);
        }
    }
}
