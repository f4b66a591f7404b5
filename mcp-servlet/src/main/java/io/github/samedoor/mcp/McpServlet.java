/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.catalog.ToolsFile;
import io.github.samedoor.mcp.catalog.ToolsFileException;
import io.github.samedoor.mcp.door.Door;
import io.github.samedoor.mcp.door.Doors;
import io.github.samedoor.mcp.feature.Features;
import io.github.samedoor.mcp.feature.FeaturesFile;
import io.github.samedoor.mcp.settings.EndpointSettings;
import io.github.samedoor.mcp.settings.SettingsException;
import io.github.samedoor.mcp.wire.HttpReply;
import io.github.samedoor.mcp.wire.JsonText;
import io.github.samedoor.tool.ToolCatalog;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves MCP at the path that {@code web.xml} maps it to, such as {@code /mcp/*}.
 *
 * <p>{@code POST <path>} speaks MCP over Streamable HTTP in the revisions 2026-07-28, 2025-11-25, 2025-06-18 and
 * 2025-03-26; {@code GET <path>/tools} lists the tools with their routes; {@code POST <path>/invoke} calls one in plain
 * JSON. Everything is configured by init-params, which {@code docs/configuration.md} lists; an unknown or malformed one stops the start.
 * Thread-safe.
 */
public final class McpServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(McpServlet.class);

    private final transient DoorMaker doors;
    private transient Optional<Started> started = Optional.empty();

    /** Opens the door of an application. */
    @FunctionalInterface
    interface DoorMaker {
        Door open(ServletContext context, EndpointSettings settings, ToolCatalog catalog) throws ServletException;
    }

    private record Started(McpEndpoint endpoint, EndpointSettings settings) {}

    /** Makes the servlet; the container does it. */
    public McpServlet() {
        this((context, settings, catalog) -> Doors.of(context, settings.servletName())
                .orElseThrow(() -> new ServletException("The servlet " + settings.servletName()
                        + " was not there when the application was initialized: register it earlier, or call"
                        + " SamedoorInitializer.onStartup after registering it")));
    }

    McpServlet(DoorMaker doors) {
        this.doors = doors;
    }

    /**
     * Reads the settings and the tools file.
     *
     * @throws ServletException if either can't be used; the message names what is wrong and the mend
     */
    @Override
    public void init() throws ServletException {
        Map<String, String> parameters = new HashMap<>();
        Collections.list(getInitParameterNames()).forEach(name -> parameters.put(name, getInitParameter(name)));
        try {
            EndpointSettings settings = EndpointSettings.from(getServletName(), parameters);
            Optional<ToolCatalog> known = Doors.toolsOf(getServletContext(), settings.servletName());
            ToolCatalog catalog =
                    known.isPresent() ? known.get() : ToolsFile.read(getServletContext(), settings.toolsFile());
            Features features = FeaturesFile.read(getServletContext(), settings.featuresFile(), catalog);
            Door door = doors.open(getServletContext(), settings, catalog);
            started = Optional.of(new Started(
                    new McpEndpoint(
                            settings,
                            catalog,
                            features,
                            door,
                            visibility(),
                            Observers.of(getServletContext()),
                            seals()),
                    settings));
        } catch (SettingsException | ToolsFileException | IllegalArgumentException e) {
            throw new ServletException(e.getMessage(), e);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Started running = started.orElseThrow(() -> new IllegalStateException("The servlet isn't started"));
        Optional<String> refusal = running.settings().origins().refusal(request);
        if (refusal.isPresent()) {
            problem(403, refusal.get()).send(response);
            return;
        }
        try {
            serve(running.endpoint(), request, response);
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString();
            LOG.error("A request failed (reference {})", reference, e);
            if (!response.isCommitted()) {
                problem(500, "Something failed here; the log has it under reference " + reference)
                        .send(response);
            }
        }
    }

    private static void serve(McpEndpoint endpoint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = path(request);
        String served = request.getMethod() + ' ' + path;
        switch (served) {
            case "POST /" -> endpoint.message(request, response);
            case "POST /invoke" -> endpoint.invoke(request, response).send(response);
            case "GET /tools" -> endpoint.routes(request).send(response);
            default -> refuse(path).send(response);
        }
    }

    /** Returns the path below the endpoint's own. {@code /mcp/} isn't {@code /mcp}: a filter may guard only the latter. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        if (info == null) {
            return "/";
        }
        return info.equals("/") && !request.getServletPath().isEmpty() ? "//" : info;
    }

    private static HttpReply refuse(String path) {
        return switch (path) {
            case "/", "/invoke" -> notAllowed("POST");
            case "/tools" -> notAllowed("GET");
            default -> problem(404, "There is no such path here");
        };
    }

    // A key of this start: a call that was begun before it must be begun anew.
    private static SealedState seals() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SealedState(key, Clock.systemUTC());
    }

    private ToolVisibility visibility() {
        return getServletContext().getAttribute(ToolVisibility.ATTRIBUTE) instanceof ToolVisibility own
                ? own
                : new PolicyVisibility(getServletContext());
    }

    private static HttpReply notAllowed(String method) {
        return problem(405, "Use " + method + " here").with("Allow", method);
    }

    // A body that reads as a JSON-RPC error without an id and as an answer of /invoke alike.
    private static HttpReply problem(int status, String message) {
        return HttpReply.json(status, JsonText.write(128, json -> {
            json.writeStartObject();
            json.writeStringField("jsonrpc", "2.0");
            json.writeObjectFieldStart("error");
            json.writeNumberField("code", status);
            json.writeStringField("message", message);
            json.writeEndObject();
            json.writeEndObject();
        }));
    }
}
