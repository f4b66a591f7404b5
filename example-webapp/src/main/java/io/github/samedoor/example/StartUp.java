/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.Clock;

/** Makes what the servlets share, before the first request. */
public final class StartUp implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        new Services(new Notes(), new Settings(), new RequestFigures(), Clock.systemUTC())
                .keepIn(event.getServletContext());
    }
}
