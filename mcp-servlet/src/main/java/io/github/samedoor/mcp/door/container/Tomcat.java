/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

import io.github.samedoor.mcp.door.container.SecurityConstraint.Permission;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Apache Tomcat 10.1 and 11, and servers built on it.
 *
 * <p>Its public {@code Context} is reached through the web resources that it publishes as a context attribute.
 */
final class Tomcat implements Container {
    /** The attribute under which Tomcat publishes the resources of a web application. */
    static final String RESOURCES = "org.apache.catalina.resources";

    private static final Traits TRAITS = new Traits(false, false, false, false, false, false, false);

    private final String name;
    private final Reflected context;

    Tomcat(ServletContext servletContext, Object resources) {
        this.name = servletContext.getServerInfo();
        this.context = new Reflected(resources).call("getContext");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<FilterMapping> filterMappings() {
        List<FilterMapping> mappings = new ArrayList<>();
        for (Object map : context.call("findFilterMaps").array()) {
            mappings.add(mapping(new Reflected(map)));
        }
        return List.copyOf(mappings);
    }

    @Override
    public List<ServletMapping> servletMappings() {
        List<ServletMapping> mappings = new ArrayList<>();
        for (Object pattern : context.call("findServletMappings").array()) {
            String text = (String) pattern;
            mappings.add(
                    new ServletMapping(context.call("findServletMapping", text).text(), new UrlPattern(text)));
        }
        return List.copyOf(mappings);
    }

    @Override
    public List<SecurityConstraint> constraints() {
        List<SecurityConstraint> constraints = new ArrayList<>();
        for (Object constraint : context.call("findConstraints").array()) {
            Reflected reflected = new Reflected(constraint);
            Permission permission = permission(reflected);
            boolean confidential = !reflected.call("getUserConstraint").text().equals("NONE");
            for (Object collection : reflected.call("findCollections").array()) {
                constraints.add(constraint(new Reflected(collection), permission, confidential));
            }
        }
        return List.copyOf(constraints);
    }

    /** Uncovered methods are denied by constraints that Tomcat adds to its own list. */
    @Override
    public LoginConfig login() {
        return context.callForValue("getLoginConfig")
                .map(Reflected::new)
                .map(config -> new LoginConfig(
                        config.callForValue("getAuthMethod").orElse("").toString(),
                        config.callForValue("getRealmName")
                                .orElse("Authentication required")
                                .toString(),
                        false))
                .orElse(new LoginConfig("", "", false));
    }

    @Override
    public boolean hasRoleReferences(String servletName) {
        return context.call("findChild", servletName)
                        .call("findSecurityReferences")
                        .array()
                        .length
                > 0;
    }

    @Override
    public boolean servletSupportsAsync(String servletName) {
        return isTrue(context.call("findChild", servletName).call("isAsyncSupported"));
    }

    @Override
    public boolean filterSupportsAsync(String filterName) {
        return isTrue(context.call("findFilterDef", filterName).call("getAsyncSupportedBoolean"));
    }

    @Override
    public List<Supplier<Object[]>> registrations() {
        return List.of(context.list("findFilterMaps"), context.list("findConstraints"));
    }

    @Override
    public Combining combining() {
        return Combining.TOMCAT;
    }

    @Override
    public Traits traits() {
        return TRAITS;
    }

    private static SecurityConstraint constraint(Reflected collection, Permission permission, boolean confidential) {
        List<UrlPattern> patterns = texts(collection.call("findPatterns")).stream()
                .map(UrlPattern::new)
                .toList();
        List<String> omitted = texts(collection.call("findOmittedMethods"));
        List<String> named = omitted.isEmpty() ? texts(collection.call("findMethods")) : omitted;
        return new SecurityConstraint(patterns, Set.copyOf(named), !omitted.isEmpty(), permission, confidential);
    }

    private Permission permission(Reflected constraint) {
        // Before getAuthConstraint, which is false where code asked for the role "**" or "*".
        if (isTrue(constraint.call("getAuthenticatedUsers"))) {
            return new Permission.Authenticated();
        }
        boolean every = isTrue(constraint.call("getAllRoles"));
        if (!every && !isTrue(constraint.call("getAuthConstraint"))) {
            return new Permission.Everybody();
        }
        List<String> roles = texts(every ? context.call("findSecurityRoles") : constraint.call("findAuthRoles"));
        return roles.isEmpty() ? new Permission.Nobody() : new Permission.OneOf(Set.copyOf(roles));
    }

    private static boolean isTrue(Reflected value) {
        return Boolean.TRUE.equals(value.object());
    }

    private static List<String> texts(Reflected array) {
        return List.of((String[]) array.array());
    }

    private static FilterMapping mapping(Reflected map) {
        List<UrlPattern> patterns = new ArrayList<>();
        if (isTrue(map.call("getMatchAllUrlPatterns"))) {
            patterns.add(new UrlPattern("*"));
        }
        for (Object pattern : map.call("getURLPatterns").array()) {
            patterns.add(new UrlPattern((String) pattern));
        }
        List<String> servlets = new ArrayList<>();
        if (isTrue(map.call("getMatchAllServletNames"))) {
            servlets.add(FilterMapping.EVERY_SERVLET);
        }
        for (Object servlet : map.call("getServletNames").array()) {
            servlets.add((String) servlet);
        }
        return new FilterMapping(map.call("getFilterName").text(), patterns, servlets, dispatchers(map), true);
    }

    private static Set<DispatcherType> dispatchers(Reflected map) {
        EnumSet<DispatcherType> dispatchers = EnumSet.noneOf(DispatcherType.class);
        for (Object type : map.call("getDispatcherNames").array()) {
            dispatchers.add(DispatcherType.valueOf((String) type));
        }
        return dispatchers.isEmpty() ? Set.of(DispatcherType.REQUEST) : dispatchers;
    }
}
