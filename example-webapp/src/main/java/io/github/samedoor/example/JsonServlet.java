/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import io.github.samedoor.identity.StoreUnavailableException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A servlet whose answers, refusals and failures included, are JSON.
 *
 * <p>A subclass names its methods and overrides the {@code doX} of each. GET brings HEAD with it.
 */
abstract class JsonServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(JsonServlet.class);

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        // No cache may keep what one caller was answered.
        response.setHeader("Cache-Control", "no-store");
        try {
            route(request, response);
        } catch (HttpRefusal refusal) {
            Json.error(response, refusal.status(), refusal.reason());
        } catch (StoreUnavailableException e) {
            LOG.warn("No answer without the store", e);
            response.setHeader("Retry-After", "5");
            Json.error(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Try again later");
        } catch (RuntimeException failure) {
            String id = UUID.randomUUID().toString();
            LOG.error("Request {} failed", id, failure);
            if (!response.isCommitted()) {
                response.resetBuffer();
                Json.send(
                        response,
                        HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                        Json.object().put("error", "Internal error").put("id", id));
            }
        }
    }

    /** Lists the methods that a path of this servlet answers, or nothing where there is no such path. */
    abstract List<String> methods(HttpServletRequest request);

    /** Returns what the application shares. */
    final Services services() {
        return Services.of(getServletContext());
    }

    private void route(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        List<String> methods = methods(request);
        if (methods.isEmpty()) {
            throw new HttpRefusal(HttpServletResponse.SC_NOT_FOUND, "Not found");
        }
        String method = request.getMethod();
        if (method.equals("OPTIONS")) {
            response.setHeader("Allow", allow(methods));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (methods.contains(method) || (method.equals("HEAD") && methods.contains("GET"))) {
            super.service(request, response);
        } else {
            response.setHeader("Allow", allow(methods));
            throw new HttpRefusal(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Method not allowed");
        }
    }

    private static String allow(List<String> methods) {
        String all = String.join(", ", methods);
        return (methods.contains("GET") ? all.replace("GET", "GET, HEAD") : all) + ", OPTIONS";
    }
}
