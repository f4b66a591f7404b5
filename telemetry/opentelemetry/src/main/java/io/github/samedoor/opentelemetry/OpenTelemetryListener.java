/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.opentelemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Has the tool calls of an application traced, with no more than a {@code <listener>} in {@code web.xml}.
 *
 * <p>Spans go to the {@link OpenTelemetry} that the application has put into its servlet context under
 * {@value #TELEMETRY} before, or else to the global one, which an agent or the application sets.
 */
public final class OpenTelemetryListener implements ServletContextListener {
    /** The servlet context attribute of the application's own telemetry. */
    public static final String TELEMETRY = "io.github.samedoor.opentelemetry.OpenTelemetry";

    private static final String OBSERVER = OpenTelemetryToolCalls.class.getName();

    /** Makes the listener; the container does it. */
    public OpenTelemetryListener() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        OpenTelemetry telemetry = event.getServletContext().getAttribute(TELEMETRY) instanceof OpenTelemetry own
                ? own
                : GlobalOpenTelemetry.get();
        event.getServletContext().setAttribute(OBSERVER, new OpenTelemetryToolCalls(telemetry));
    }
}
