/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import io.github.samedoor.containertest.Library;
import io.github.samedoor.containertest.SamedoorLibraries;
import io.github.samedoor.containertest.User;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.mcp.McpServlet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A generated application.
 *
 * @param seed what it was generated from
 * @param servlets its servlets
 * @param filters its filters in the order of their declaration
 * @param constraints the security constraints of its descriptors
 * @param deniesUncovered whether methods that no constraint covers are denied
 * @param routes what it offers as tools
 */
public record MatrixPlan(
        long seed,
        List<ServletPlan> servlets,
        List<FilterPlan> filters,
        List<ConstraintPlan> constraints,
        boolean deniesUncovered,
        List<RoutePlan> routes) {
    /** Keeps copies. */
    public MatrixPlan {
        servlets = List.copyOf(servlets);
        filters = List.copyOf(filters);
        constraints = List.copyOf(constraints);
        routes = List.copyOf(routes);
    }

    /**
     * Generates an application.
     *
     * @param seed the same seed gives the same application
     * @return the plan
     */
    public static MatrixPlan of(long seed) {
        return new Generator(seed).plan();
    }

    /**
     * Describes the application to a container.
     *
     * @return the application with the library as it is
     */
    public WebApplication application() {
        return application(Library.holding(McpServlet.class));
    }

    /**
     * Describes the application to a container.
     *
     * @param endpoint the library of the endpoint and the door
     * @return the application with this library
     */
    public WebApplication application(Library endpoint) {
        Library fragment = Library.named("matrix-fragment.jar")
                .webFragment("<web-fragment xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                        + "<name>matrix</name>" + filterXml(FilterPlan.Style.FRAGMENT) + constraintXml(true)
                        + "</web-fragment>");
        WebApplication app = WebApplication.at("/app")
                .webXml(webXml())
                .file("WEB-INF/matrix.plan", lines())
                .file("WEB-INF/mcp-tools.json", tools())
                .classes(MatrixFilter.class, MatrixServlet.class, User.class)
                .generated(AnnotatedClasses.of(this))
                .library(Library.named("matrix-registrar.jar").initializer(Registrar.class))
                .library(fragment);
        return SamedoorLibraries.in(app, endpoint);
    }

    private String webXml() {
        return "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                + "<context-param><param-name>samedoor.slots</param-name><param-value>400</param-value></context-param>"
                + filterXml(FilterPlan.Style.WEB_XML)
                + filterXml(FilterPlan.Style.LATE)
                + "<listener><listener-class>" + Registrar.Listener.class.getName()
                + "</listener-class></listener>"
                + servlets.stream().map(ServletPlan::xml).collect(Collectors.joining())
                + "<servlet><servlet-name>late</servlet-name><servlet-class>" + Registrar.Late.class.getName()
                + "</servlet-class><load-on-startup>1</load-on-startup></servlet>"
                + "<servlet><servlet-name>mcp</servlet-name><servlet-class>" + McpServlet.class.getName()
                + "</servlet-class><load-on-startup>3</load-on-startup><async-supported>true</async-supported></servlet>"
                + "<servlet-mapping><servlet-name>mcp</servlet-name><url-pattern>/mcp/*</url-pattern></servlet-mapping>"
                + constraintXml(false)
                + "<login-config><auth-method>BASIC</auth-method><realm-name>matrix</realm-name></login-config>"
                + "<security-role><role-name>admin</role-name></security-role>"
                + "<security-role><role-name>user</role-name></security-role>"
                + (deniesUncovered ? "<deny-uncovered-http-methods/>" : "") + "</web-app>";
    }

    private String filterXml(FilterPlan.Style style) {
        return join(filters.stream().filter(filter -> filter.style() == style), FilterPlan::xml);
    }

    private String constraintXml(boolean inFragment) {
        return join(constraints.stream().filter(each -> each.inFragment() == inFragment), ConstraintPlan::xml);
    }

    private String lines() {
        return join(servlets.stream().filter(ServletPlan::programmatic), servlet -> servlet.line() + '\n')
                + join(filters.stream(), filter -> filter.line() + '\n');
    }

    private String tools() {
        return "{\"tools\":["
                + routes.stream()
                        .flatMap(route -> RoutePlan.METHODS.stream().map(route::toolJson))
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static <T> String join(Stream<T> all, Function<T, String> text) {
        return all.map(text).collect(Collectors.joining());
    }
}
