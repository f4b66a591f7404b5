/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The guard of the route: lets one credential in. */
final class KeyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** What callers show. */
    static final String AUTHORIZATION = "Bearer benchmark";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (AUTHORIZATION.equals(request.getHeader("Authorization"))) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
