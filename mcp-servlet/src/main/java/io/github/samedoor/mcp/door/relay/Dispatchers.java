/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The container's dispatchers by servlet name, each asked for once: they hold no state of a call. */
final class Dispatchers {
    private final ServletContext context;
    private final Map<String, RequestDispatcher> byName = new ConcurrentHashMap<>();

    Dispatchers(ServletContext context) {
        this.context = context;
    }

    RequestDispatcher named(String servlet) throws ServletException {
        RequestDispatcher known = byName.get(servlet);
        if (known != null) {
            return known;
        }
        RequestDispatcher found = context.getNamedDispatcher(servlet);
        if (found == null) {
            throw new ServletException("The container has no dispatcher for the servlet " + servlet);
        }
        byName.put(servlet, found);
        return found;
    }
}
