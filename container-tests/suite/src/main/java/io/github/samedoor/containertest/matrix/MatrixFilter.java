/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import io.github.samedoor.containertest.User;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A filter of a generated application: it notes that it ran and what it saw, and guards as its name says.
 *
 * <p>It lets everybody pass on the way to the MCP endpoint, as the filters of an application do that leaves the decision to
 * the routes.
 */
public class MatrixFilter implements Filter {
    static final String TRACE = "matrix.trace";
    static final String THREAD = "matrix.thread";

    private String name = "";

    /** Takes the name, of which words like {@code root} and {@code once} say what the filter does. */
    @Override
    public void init(FilterConfig config) {
        name = config.getFilterName();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        boolean ran = request.getAttribute(name + ".ran") != null;
        if (name.contains("once") && ran) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(name + ".ran", true);
        if (request.getAttribute(THREAD) == null) {
            request.setAttribute(THREAD, Thread.currentThread());
        }
        Object before = request.getAttribute(TRACE);
        String here = name
                + '@'
                + request.getDispatcherType()
                + '@'
                + http.getServletPath()
                + '+'
                + http.getPathInfo()
                + '@'
                + http.getMethod()
                + '@'
                + http.getRemoteUser();
        request.setAttribute(TRACE, before == null ? here : before + " " + here);
        if (!http.getServletPath().equals("/mcp") && !lets(http)) {
            answer(request, (HttpServletResponse) response, name.contains("root") ? 403 : 401);
        } else if (name.contains("answers")) {
            answer(request, (HttpServletResponse) response, 200);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean lets(HttpServletRequest request) {
        String authorization = String.valueOf(request.getHeader("Authorization"));
        if (name.contains("root")) {
            return User.ROOT.basicAuthorization().endsWith(authorization);
        }
        return !name.contains("known") || !authorization.equals("null");
    }

    private static void answer(ServletRequest request, HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getWriter().write("{\"trace\":\"" + request.getAttribute(TRACE) + "\"}");
    }
}
