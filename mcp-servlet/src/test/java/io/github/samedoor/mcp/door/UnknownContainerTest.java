/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.route.Route;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolCatalog;
import io.github.samedoor.tool.ToolName;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On a server whose lists can't be read, nothing is offered, and the report names the server. */
class UnknownContainerTest {
    private final Tool tool = new Tool(
            new ToolName("get_orders"), Route.of("GET", "/orders"), "", "Orders", List.of(), "{}", Optional.empty());
    private final ServletContext context = unknown();

    @Test
    void offersNothingAndNamesTheServer() {
        try (Doors doors = new Doors(context, 2, Clock.systemUTC())) {
            ToolCatalog tools = ToolCatalog.of(List.of(tool));
            doors.add("mcp", "tools", tools, tools, DoorSettings.defaults());
            doors.open();
            assertThat(Doors.of(context, "mcp").orElseThrow().offers(tool), is(false));
            GuardReport report = Doors.report(context, "mcp").orElseThrow();
            assertThat(report.selfTest(), is(GuardReport.SelfTest.NOT_RUN));
            assertThat(report.lines().get(0).verdict(), instanceOf(Verdict.Refused.class));
            assertThat(report.toString(), containsString("Homemade Server 1.0"));
            assertThat(report.toString(), containsString("Tomcat 10.1 or 11"));
        }
    }

    /** As a server would be that nobody has heard of: it does what it is asked and has no class that is known. */
    private static ServletContext unknown() {
        Map<Object, Object> attributes = new HashMap<>();
        return (ServletContext) Proxy.newProxyInstance(
                UnknownContainerTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "getServerInfo" -> "Homemade Server 1.0";
                    case "addServlet" -> obedient(ServletRegistration.Dynamic.class);
                    case "addFilter" -> obedient(FilterRegistration.Dynamic.class);
                    case "addListener" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Object obedient(Class<?> type) {
        return Proxy.newProxyInstance(
                UnknownContainerTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
    }
}
