/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

import jakarta.servlet.ServletContext;

/** Finds out which container an application runs on. */
public final class Containers {
    private Containers() {}

    /**
     * Finds the container of an application.
     *
     * @param context the application's context, as the container passed it to an initializer or a servlet
     * @return the container
     * @throws UnreadableContainerException if it is a container whose guards this library can't read; the message names it
     */
    public static Container of(ServletContext context) {
        Object resources = context.getAttribute(Tomcat.RESOURCES);
        if (resources != null && resources.getClass().getName().startsWith("org.apache.catalina.")) {
            return new Tomcat(context, resources);
        }
        String type = context.getClass().getName();
        if (type.startsWith("org.eclipse.jetty.ee")) {
            return new Jetty(context);
        }
        if (type.equals(Undertow.CONTEXT)) {
            return new Undertow(context);
        }
        throw new UnreadableContainerException("The guards of " + context.getServerInfo() + " (" + type
                + ") can't be read by this version of Samedoor");
    }
}
