/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A route of a generated application: it answers what it and the filters in front of it saw. */
public class MatrixServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object thread = request.getAttribute(MatrixFilter.THREAD);
        boolean sameThread = thread == null || thread == Thread.currentThread();
        response.setContentType("application/json");
        response.getWriter()
                .write("{\"servlet\":\"" + getServletName() + "\",\"method\":\"" + request.getMethod() + "\",\"uri\":\""
                        + request.getRequestURI() + "\",\"path\":\"" + request.getServletPath() + '+'
                        + request.getPathInfo() + "\",\"pattern\":\""
                        + request.getHttpServletMapping().getPattern() + "\",\"dispatcher\":\""
                        + request.getDispatcherType() + "\",\"user\":\"" + request.getRemoteUser() + "\",\"admin\":"
                        + request.isUserInRole("admin") + ",\"sameThread\":" + sameThread + ",\"trace\":\""
                        + request.getAttribute(MatrixFilter.TRACE)
                        + "\"}");
    }
}
