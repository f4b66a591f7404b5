/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.traffic;

import io.github.samedoor.containertest.SamedoorLibraries;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.mcp.McpServlet;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Describes the application under load. */
final class TrafficApplication {
    private static final String PACKAGE = TrafficServlets.class.getName() + '$';

    private TrafficApplication() {}

    /** Describes it with limits of its own: seconds a call, calls of one caller at once. */
    static WebApplication application(int timeoutSeconds, int callsPerCaller) {
        return SamedoorLibraries.in(WebApplication.at("/app")
                .webXml("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                        + filter("Identity", "/*")
                        + filter("Guard", "/secret/*")
                        + servlet(PACKAGE + "Who", "/who/*", "/secret/*")
                        + servlet(PACKAGE + "Endless", "/endless/*")
                        + endpoint(timeoutSeconds, callsPerCaller)
                        + "</web-app>")
                .file(
                        "WEB-INF/mcp-tools.json",
                        "{\"tools\":[" + tool("who", "/who/{name}") + ',' + tool("secret", "/secret/{name}") + ','
                                + tool("waits", "/endless/waits") + ',' + tool("deaf", "/endless/deaf") + ','
                                + tool("writes", "/endless/writes") + "]}")
                .classes(TrafficServlets.class));
    }

    private static String filter(String type, String pattern) {
        return "<filter><filter-name>" + type + "</filter-name><filter-class>" + PACKAGE + type
                + "</filter-class><async-supported>true</async-supported></filter><filter-mapping><filter-name>" + type
                + "</filter-name><url-pattern>" + pattern + "</url-pattern></filter-mapping>";
    }

    private static String endpoint(int timeoutSeconds, int callsPerCaller) {
        return "<servlet><servlet-name>mcp</servlet-name><servlet-class>" + McpServlet.class.getName()
                + "</servlet-class><init-param><param-name>timeout-seconds</param-name><param-value>" + timeoutSeconds
                + "</param-value></init-param><init-param><param-name>max-calls-per-caller</param-name><param-value>"
                + callsPerCaller + "</param-value></init-param><load-on-startup>1</load-on-startup>"
                + "<async-supported>true</async-supported></servlet><servlet-mapping><servlet-name>mcp</servlet-name>"
                + "<url-pattern>/mcp/*</url-pattern></servlet-mapping>";
    }

    private static String servlet(String type, String... patterns) {
        return "<servlet><servlet-name>" + type + "</servlet-name><servlet-class>" + type
                + "</servlet-class><load-on-startup>1</load-on-startup><async-supported>true</async-supported></servlet>"
                + Arrays.stream(patterns)
                        .map(pattern -> "<servlet-mapping><servlet-name>" + type + "</servlet-name><url-pattern>"
                                + pattern + "</url-pattern></servlet-mapping>")
                        .collect(Collectors.joining());
    }

    private static String tool(String name, String path) {
        String parameters = path.contains("{name}")
                ? ",\"parameters\":{\"name\":{\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}}}"
                : "";
        return "{\"name\":\"" + name + "\",\"method\":\"GET\",\"path\":\"" + path + "\",\"description\":\"A route.\""
                + parameters + "}";
    }
}
