/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** A filter of the self-test: notes in an attribute that it ran. */
final class SelfTestFilter implements Filter {
    static final String FIRST = Registrations.RESERVED_PREFIX + "self-test-1";
    static final String SECOND = Registrations.RESERVED_PREFIX + "self-test-2";
    static final String TRACE = "samedoor.self-test";

    private final String name;

    SelfTestFilter(String name) {
        this.name = name;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object before = request.getAttribute(TRACE);
        request.setAttribute(TRACE, before == null ? name : before + "," + name);
        chain.doFilter(request, response);
    }
}
