/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The route of the self-test: it has no URL, and tells what it sees. */
final class SelfTestServlet extends HttpServlet {
    static final String NAME = Registrations.RESERVED_PREFIX + "self-test";
    static final String HEADER = "X-Samedoor-Self-Test";
    static final int STATUS = 203;

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(STATUS);
        response.setHeader(HEADER, "1");
        String seen = request.getAttribute(SelfTestFilter.TRACE) + " " + request.getMethod() + ' '
                + request.getRequestURI() + '?' + request.getQueryString() + ' ' + request.getDispatcherType();
        response.getOutputStream().write(seen.getBytes(StandardCharsets.UTF_8));
    }
}
