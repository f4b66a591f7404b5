/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.filter.IdentityContext;
import io.github.samedoor.filter.json.JsonEntry;
import io.github.samedoor.filter.json.StrictJson;
import io.github.samedoor.identity.StoreUnavailableException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the admin servlets have in common: the role that they ask for, and JSON in and out.
 *
 * <p>The role is asked for here as well, so that a servlet whose guard was forgotten is shut.
 */
abstract class AdminServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MAX_BODY = 16 * 1024;
    private static final String ROLE = "role";

    private String role = "admin";

    @Override
    public final void init() throws ServletException {
        String configured = getInitParameter(ROLE);
        role = configured == null ? role : configured.strip();
        try {
            if (IdentityContext.of(getServletContext()).roles().role(role).isEmpty()) {
                throw new ServletException("Servlet " + getServletName() + ": the init-param '" + ROLE
                        + "' names the role '" + role + "', which isn't declared: declare it, or mend the name");
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ServletException("Servlet " + getServletName() + ": " + e.getMessage(), e);
        }
    }

    /** Does one request; the path is empty or starts with a slash. */
    abstract void serve(String path, Administrator administrator, HttpServletResponse response) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            if (request.getUserPrincipal() == null || !request.isUserInRole(role)) {
                throw new AdminRefusal(403, "Requires " + role + " role");
            }
            serve(text(request.getPathInfo()), administrator(request), response);
        } catch (AdminRefusal refusal) {
            error(response, refusal.status(), refusal.reason());
        } catch (StoreUnavailableException e) {
            getServletContext().log("No administration at the moment", e);
            response.setHeader("Retry-After", "5");
            error(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Try again later");
        }
    }

    static AdminRefusal methodNotAllowed(HttpServletResponse response, String allowed) {
        response.setHeader("Allow", allowed);
        return new AdminRefusal(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Method not allowed");
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static void send(HttpServletResponse response, int status, JsonNode body) throws IOException {
        byte[] bytes = StrictJson.bytes(body);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Reads the body, which a web page of another origin can't send without asking first. */
    static JsonEntry body(HttpServletRequest request, Set<String> known) throws IOException {
        String type = text(request.getContentType()).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json")) {
            throw new AdminRefusal(415, "Send the body as Content-Type: application/json");
        }
        byte[] bytes = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new AdminRefusal(413, "The body is larger than " + MAX_BODY + " bytes");
        }
        return read(() -> new JsonEntry("", StrictJson.read(new ByteArrayInputStream(bytes)), known));
    }

    /** Something that reads a part of a request. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Reads a part of a request; what is wrong with it is answered 400. */
    static <T> T read(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw new AdminRefusal(400, String.valueOf(e.getMessage()));
        }
    }

    /** Splits a path such as {@code /1/roles} into its names. */
    static List<String> names(String path) {
        return path.isEmpty() || path.equals("/")
                ? List.of()
                : List.of(path.substring(1).split("/", -1));
    }

    private Administrator administrator(HttpServletRequest request) {
        return new Administrator(request, IdentityContext.of(getServletContext()));
    }

    private static void error(HttpServletResponse response, int status, String text) throws IOException {
        send(response, status, object().put("error", text));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
