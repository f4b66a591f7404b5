/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/**
 * The first filter at every forward: it shows all that follow the request as the direct call would look.
 *
 * <p>A forward that belongs to no tool call, which is every forward of the application's own, passes untouched.
 */
final class RelayFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<RelayedCall> call = RelayedCall.of(request);
        if (call.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            call.get().arrive((HttpServletRequest) request, response, chain);
        }
    }
}
