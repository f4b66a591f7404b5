/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import io.github.samedoor.containertest.Library;
import io.github.samedoor.containertest.SamedoorLibraries;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.mcp.McpServlet;
import java.util.List;

/** Describes the application that the door is tried on. */
final class DoorApplication {
    private static final String PACKAGE = DoorServlets.class.getName() + '$';

    private DoorApplication() {}

    static WebApplication application(String filters, List<String> tools) {
        return SamedoorLibraries.in(WebApplication.at("/app")
                .webXml(webXml(filters))
                .file("WEB-INF/mcp-tools.json", "{\"tools\":[" + String.join(",", tools) + "]}")
                .file("page.html", "<p>page</p>")
                .classes(DoorServlets.class, AsyncServlets.class)
                .library(Library.named("programmatic.jar").initializer(ProgrammaticFilters.class)));
    }

    static String filter(String name, String type, String mapping) {
        return "<filter><filter-name>" + name + "</filter-name><filter-class>" + PACKAGE + type
                + "</filter-class><async-supported>true</async-supported></filter>"
                + (mapping.isEmpty() ? "" : mapping(name, mapping));
    }

    static String mapping(String name, String mapping) {
        return "<filter-mapping><filter-name>" + name + "</filter-name>" + mapping + "</filter-mapping>";
    }

    static String url(String pattern, String... dispatchers) {
        return "<url-pattern>" + pattern + "</url-pattern>" + dispatchers(dispatchers);
    }

    static String servletName(String name, String... dispatchers) {
        return "<servlet-name>" + name + "</servlet-name>" + dispatchers(dispatchers);
    }

    private static String dispatchers(String... dispatchers) {
        StringBuilder xml = new StringBuilder();
        for (String dispatcher : dispatchers) {
            xml.append("<dispatcher>").append(dispatcher).append("</dispatcher>");
        }
        return xml.toString();
    }

    private static String servlet(String name, String type, String... patterns) {
        StringBuilder xml = new StringBuilder();
        xml.append("<servlet><servlet-name>")
                .append(name)
                .append("</servlet-name><servlet-class>")
                .append(type)
                .append(
                        "</servlet-class><load-on-startup>1</load-on-startup><async-supported>true</async-supported></servlet>");
        for (String pattern : patterns) {
            xml.append("<servlet-mapping><servlet-name>")
                    .append(name)
                    .append("</servlet-name><url-pattern>")
                    .append(pattern)
                    .append("</url-pattern></servlet-mapping>");
        }
        return xml.toString();
    }

    private static String webXml(String filters) {
        return "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + filters
                + servlet(
                        "view",
                        PACKAGE + "View",
                        "/t/view/*",
                        "/plain/*",
                        "/guarded/*",
                        "/annotated/*",
                        "/programmatic/*",
                        "/late/*",
                        "/exact",
                        "*.do",
                        "/around/*",
                        "/asyncguarded/*",
                        "/c/*",
                        "/onlyname/nested/*")
                + servlet("named", PACKAGE + "View", "/onlyname/*")
                + servlet("onward", PACKAGE + "Onward", "/onward/*")
                + servlet("late", PACKAGE + "Late")
                + servlet("async", AsyncServlets.Go.class.getName(), "/async/*", "/behindsync/*")
                + servlet("sync", AsyncServlets.Go.class.getName(), "/sync/*")
                        .replace("<async-supported>true</async-supported>", "")
                + servlet("mcp", McpServlet.class.getName(), "/mcp/*")
                + "</web-app>";
    }
}
