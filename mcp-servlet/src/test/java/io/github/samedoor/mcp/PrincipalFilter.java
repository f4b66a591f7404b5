/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;

/** A guard of the endpoint that takes everybody for who they say they are in {@code X-Test-User}. */
public final class PrincipalFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> user = Optional.ofNullable(request.getHeader("X-Test-User"));
        chain.doFilter(user.isPresent() ? as(request, user.get()) : request, response);
    }

    private static HttpServletRequest as(HttpServletRequest request, String user) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return () -> user;
            }
        };
    }
}
