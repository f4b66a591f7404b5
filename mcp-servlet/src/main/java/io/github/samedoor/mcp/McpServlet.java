/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.catalog.ToolsFile;
import io.github.samedoor.mcp.catalog.ToolsFileException;
import io.github.samedoor.mcp.change.Change;
import io.github.samedoor.mcp.door.Door;
import io.github.samedoor.mcp.door.Doors;
import io.github.samedoor.mcp.door.GuardReport;
import io.github.samedoor.mcp.feature.Features;
import io.github.samedoor.mcp.feature.FeaturesFile;
import io.github.samedoor.mcp.settings.EndpointSettings;
import io.github.samedoor.mcp.settings.SettingsException;
import io.github.samedoor.mcp.wire.HttpReply;
import io.github.samedoor.tool.ToolCatalog;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves MCP at the path that {@code web.xml} maps it to, such as {@code /mcp/*}.
 *
 * <p>{@code POST <path>} speaks MCP over Streamable HTTP in the revisions 2026-07-28, 2025-11-25, 2025-06-18 and
 * 2025-03-26, with {@code GET} and {@code DELETE} for the sessions of the earlier ones; {@code GET <path>/tools} lists the
 * tools with their routes, {@code GET <path>/guards} what stands before each; {@code POST <path>/invoke} calls one in plain
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

    private record Started(McpEndpoint endpoint, Door door, EndpointSettings settings, Consumer<Change> ear) {}

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
            McpEndpoint endpoint = new McpEndpoint(
                    settings,
                    catalog,
                    features,
                    door,
                    visibility(),
                    Observers.of(getServletContext()),
                    StateKey.seals(settings, Clock.systemUTC()));
            Consumer<Change> ear = endpoint::changed;
            ChangeHub.of(getServletContext()).add(ear);
            started = Optional.of(new Started(endpoint, door, settings, ear));
        } catch (SettingsException | ToolsFileException | IllegalArgumentException e) {
            throw new ServletException(e.getMessage(), e);
        }
    }

    /** Ends the streams of clients that listen. */
    @Override
    public void destroy() {
        started.ifPresent(running -> {
            ChangeHub.of(getServletContext()).remove(running.ear());
            running.endpoint().close();
        });
        started = Optional.empty();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Started running = started.orElseThrow(() -> new IllegalStateException("The servlet isn't started"));
        Optional<String> refusal = running.settings().origins().refusal(request);
        if (refusal.isPresent()) {
            Problem.of(403, refusal.get()).send(response);
            return;
        }
        try {
            running.door().ready(request, response);
            serve(running, request, response);
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString();
            LOG.error("A request failed (reference {})", reference, e);
            if (!response.isCommitted()) {
                Problem.of(500, "Something failed here; the log has it under reference " + reference)
                        .send(response);
            }
        }
    }

    private void serve(Started running, HttpServletRequest request, HttpServletResponse response) throws IOException {
        McpEndpoint endpoint = running.endpoint();
        String path = path(request);
        String served = request.getMethod() + ' ' + path;
        switch (served) {
            case "GET /" -> endpoint.listen(request, response);
            case "DELETE /" -> endpoint.endSession(request).send(response);
            case "POST /" -> endpoint.message(request, response);
            case "POST /invoke" -> endpoint.invoke(request, response).send(response);
            case "GET /tools" -> endpoint.routes(request).send(response);
            case "GET /guards" -> guards(running.settings(), request).send(response);
            default -> refuse(path).send(response);
        }
    }

    /** The guard report tells how an application is put together, so it is there for a role that was named, or not at all. */
    private HttpReply guards(EndpointSettings settings, HttpServletRequest request) {
        Optional<GuardReport> report = Doors.report(getServletContext(), settings.servletName());
        if (settings.guardReportRole().isEmpty() || report.isEmpty()) {
            return Problem.of(404, "There is no such path here");
        }
        return request.isUserInRole(settings.guardReportRole().get())
                ? GuardsPage.of(report.get(), request)
                : Problem.of(403, "The guard report is for administrators");
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
            default -> Problem.of(404, "There is no such path here");
        };
    }

    private ToolVisibility visibility() {
        return getServletContext().getAttribute(ToolVisibility.ATTRIBUTE) instanceof ToolVisibility own
                ? own
                : new PolicyVisibility(getServletContext());
    }

    private static HttpReply notAllowed(String method) {
        return Problem.of(405, "Use " + method + " here").with("Allow", method);
    }
}
