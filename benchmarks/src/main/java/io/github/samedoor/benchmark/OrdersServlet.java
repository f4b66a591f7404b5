/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The route that is called: an order of 142 bytes. */
final class OrdersServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static String order(String id) {
        return "{\"id\":" + id + ",\"customer\":\"Jordan Smith\",\"currency\":\"EUR\",\"total\":12450,\"open\":true,"
                + "\"lines\":[{\"sku\":\"A-1009\",\"count\":2},{\"sku\":\"B-2210\",\"count\":1}]}";
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = order(request.getPathInfo().substring(1)).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
