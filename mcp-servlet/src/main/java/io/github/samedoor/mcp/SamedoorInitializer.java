/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.catalog.ToolsFile;
import io.github.samedoor.mcp.catalog.ToolsFileException;
import io.github.samedoor.mcp.door.Doors;
import io.github.samedoor.mcp.feature.Features;
import io.github.samedoor.mcp.feature.FeaturesFile;
import io.github.samedoor.mcp.settings.EndpointSettings;
import io.github.samedoor.mcp.settings.SettingsException;
import io.github.samedoor.tool.ToolCatalog;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prepares an application for its MCP endpoints while it starts.
 *
 * <p>The container finds and calls it. Where it doesn't, as in an executable archive that scans for no initializers, call
 * {@link #onStartup} after the {@link McpServlet} is registered and before the application has started. An application
 * without an {@code McpServlet} is left as it is. Thread-safe.
 */
public final class SamedoorInitializer implements ServletContainerInitializer {
    private static final String SLOTS = "samedoor.slots";
    private static final int DEFAULT_SLOTS = 32;

    /** Makes an initializer; the container does it. */
    public SamedoorInitializer() {}

    /**
     * Reads the settings and tools of every registered {@link McpServlet} and registers what its door needs.
     *
     * @param classes not used
     * @param context the application's context
     * @throws ServletException if a setting or a tools file is wrong; the message names it, the entry and the mend
     */
    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) throws ServletException {
        List<? extends ServletRegistration> endpoints = context.getServletRegistrations().values().stream()
                .filter(registration -> McpServlet.class.getName().equals(registration.getClassName()))
                .toList();
        if (endpoints.isEmpty()) {
            return;
        }
        try {
            Doors doors = new Doors(context, slots(context), Clock.systemUTC());
            for (ServletRegistration endpoint : endpoints) {
                add(endpoint, doors, context);
            }
        } catch (SettingsException | ToolsFileException | IllegalArgumentException e) {
            throw new ServletException(e.getMessage(), e);
        }
    }

    private static void add(ServletRegistration endpoint, Doors doors, ServletContext context) {
        EndpointSettings settings = EndpointSettings.from(endpoint.getName(), endpoint.getInitParameters());
        ToolCatalog tools = ToolsFile.read(context, settings.toolsFile());
        Features features = FeaturesFile.read(context, settings.featuresFile(), tools);
        doors.add(endpoint.getName(), settings.toolsFile(), tools, features.routes(tools), settings.door());
    }

    private static int slots(ServletContext context) throws ServletException {
        String text = Optional.ofNullable(context.getInitParameter(SLOTS)).orElse(Integer.toString(DEFAULT_SLOTS));
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new ServletException("The context parameter " + SLOTS + " in web.xml is '" + text
                    + "': write a whole number from 1 to 9999, or leave it out for " + DEFAULT_SLOTS);
        }
        return Integer.parseInt(text);
    }
}
