/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import io.github.samedoor.filter.IdentityContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Makes what the servlets share, before the first request. */
public final class StartUp implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        IdentityContext identity = IdentityContext.of(event.getServletContext());
        new Services(identity, new Notes(), new Settings(), new RequestFigures()).keepIn(event.getServletContext());
    }
}
