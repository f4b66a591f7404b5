/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.mcp.door.container.Container;
import io.github.samedoor.mcp.door.container.Containers;
import io.github.samedoor.mcp.door.container.UnreadableContainerException;
import io.github.samedoor.mcp.door.relay.ServletPaths;
import io.github.samedoor.tool.Tool;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the start of an application whose tools name routes that it doesn't have.
 *
 * <p>A listener, because an exception out of one stops every container, while one out of a servlet's start doesn't.
 */
final class UnknownRoutes implements ServletContextListener {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownRoutes.class);

    private final Doors doors;
    private final ServletContext context;

    UnknownRoutes(Doors doors, ServletContext context) {
        this.doors = doors;
        this.context = context;
    }

    /**
     * Checks the routes of all tools.
     *
     * @throws IllegalStateException if the application doesn't have one of them; the message names all that it lacks
     */
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletPaths paths;
        try {
            Container container = Containers.of(context);
            paths = new ServletPaths(
                    container.servletMappings(), container.traits().showsRootAsServletPath());
        } catch (UnreadableContainerException e) {
            LOG.debug("The routes of the tools can't be checked before the doors open", e);
            return;
        }
        List<String> unknown = new ArrayList<>();
        doors.forEachTool((source, tool) -> {
            if (!isKnown(tool, paths)) {
                unknown.add(
                        source + ": " + tool.route() + " is no route of this application, since no servlet is mapped to"
                                + " its path. Correct the path or, if a filter or the default servlet serves it, name that as"
                                + " \"servedBy\"");
            }
        });
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(String.join("; ", unknown));
        }
    }

    private static boolean isKnown(Tool tool, ServletPaths paths) {
        return tool.servedBy().isPresent()
                || paths.resolve(tool.route().path().toString())
                        .filter(target -> !paths.isDefault(target))
                        .isPresent();
    }
}
