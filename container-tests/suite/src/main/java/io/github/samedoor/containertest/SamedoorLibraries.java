/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.mcp.McpServlet;
import io.github.samedoor.route.Route;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;

/** What an application has in {@code WEB-INF/lib} to use the MCP endpoint. */
public final class SamedoorLibraries {
    private SamedoorLibraries() {}

    /**
     * Adds the libraries as a build would.
     *
     * @param app an application without them
     * @return the application with them
     */
    public static WebApplication in(WebApplication app) {
        return in(app, Library.holding(McpServlet.class));
    }

    /**
     * Adds the libraries with another one in the place of the MCP endpoint's.
     *
     * @param app an application without them
     * @param endpoint the library of the endpoint and the door
     * @return the application with them
     */
    public static WebApplication in(WebApplication app, Library endpoint) {
        WebApplication with = app.library(endpoint);
        for (Class<?> type : Stream.of(
                        Route.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonInclude.class,
                        Logger.class,
                        SimpleLogger.class)
                .toList()) {
            with = with.library(Library.holding(type));
        }
        return with;
    }
}
