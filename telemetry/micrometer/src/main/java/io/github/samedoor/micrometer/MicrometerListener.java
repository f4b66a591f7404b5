/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Has the tool calls of an application counted and timed, with no more than a {@code <listener>} in {@code web.xml}.
 *
 * <p>Meters go to the {@link MeterRegistry} that the application has put into its servlet context under
 * {@value #REGISTRY} before, or else to Micrometer's global one.
 */
public final class MicrometerListener implements ServletContextListener {
    /** The servlet context attribute of the application's own registry. */
    public static final String REGISTRY = "io.github.samedoor.micrometer.MeterRegistry";

    private static final String OBSERVER = MicrometerToolCalls.class.getName();

    /** Makes the listener; the container does it. */
    public MicrometerListener() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        MeterRegistry registry = event.getServletContext().getAttribute(REGISTRY) instanceof MeterRegistry own
                ? own
                : Metrics.globalRegistry;
        event.getServletContext().setAttribute(OBSERVER, new MicrometerToolCalls(registry));
    }
}
