/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.stream;

import io.github.samedoor.containertest.SamedoorLibraries;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.mcp.McpServlet;

/** The application whose routes change something, ask, or go on until somebody ends them. */
public final class StreamApplication {
    private StreamApplication() {}

    /**
     * Describes the application; its endpoint is {@code /app/mcp}.
     *
     * @return the application
     */
    public static WebApplication application() {
        return SamedoorLibraries.in(WebApplication.at("/app")
                .webXml("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                        + servlet("live", StreamServlet.class.getName(), "/live/*")
                        + servlet("mcp", McpServlet.class.getName(), "/mcp/*") + "</web-app>")
                .file("WEB-INF/mcp-tools.json", """
                        {"tools": [
                          {"method": "GET", "path": "/live/ask", "description": "Asks."},
                          {"method": "GET", "path": "/live/endless", "description": "Goes on."}]}""")
                .file("WEB-INF/mcp-features.json", """
                        {"resources": [{"uri": "app://watched", "name": "watched", "path": "/live/watched"}]}""")
                .classes(StreamServlet.class));
    }

    private static String servlet(String name, String type, String pattern) {
        return "<servlet><servlet-name>" + name + "</servlet-name><servlet-class>" + type
                + "</servlet-class><load-on-startup>1</load-on-startup><async-supported>true</async-supported></servlet>"
                + "<servlet-mapping><servlet-name>" + name + "</servlet-name><url-pattern>" + pattern
                + "</url-pattern></servlet-mapping>";
    }
}
