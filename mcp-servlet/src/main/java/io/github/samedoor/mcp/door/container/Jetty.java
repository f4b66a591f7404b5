/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

import io.github.samedoor.mcp.door.container.SecurityConstraint.Permission;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Eclipse Jetty 12 with its ee10 and ee11 environments. */
final class Jetty implements Container {
    private static final Traits TRAITS = new Traits(true, true, false, true, true, true, false);

    private final String name;
    private final Reflected contextHandler;
    private final Reflected servletHandler;

    Jetty(ServletContext servletContext) {
        this.name = servletContext.getServerInfo();
        this.contextHandler = new Reflected(servletContext).call("getContext").call("getServletContextHandler");
        this.servletHandler = contextHandler.call("getServletHandler");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<FilterMapping> filterMappings() {
        List<FilterMapping> mappings = new ArrayList<>();
        for (Object mapping : servletHandler.call("getFilterMappings").array()) {
            mappings.add(mapping(new Reflected(mapping)));
        }
        return List.copyOf(mappings);
    }

    @Override
    public List<ServletMapping> servletMappings() {
        List<ServletMapping> mappings = new ArrayList<>();
        for (Object mapping : servletHandler.call("getServletMappings").array()) {
            Reflected reflected = new Reflected(mapping);
            String servlet = reflected.call("getServletName").text();
            for (Object pattern : reflected.call("getPathSpecs").array()) {
                mappings.add(new ServletMapping(servlet, new UrlPattern((String) pattern)));
            }
        }
        return List.copyOf(mappings);
    }

    @Override
    public List<SecurityConstraint> constraints() {
        return mappedConstraints().stream()
                .map(Reflected::new)
                .map(this::constraint)
                .toList();
    }

    @Override
    public LoginConfig login() {
        return security()
                .map(handler -> new LoginConfig(
                        handler.callForValue("getAuthenticationType").orElse("").toString(),
                        handler.callForValue("getRealmName").orElse("").toString(),
                        Boolean.TRUE.equals(
                                handler.call("isDenyUncoveredHttpMethods").object())))
                .orElse(new LoginConfig("", "", false));
    }

    @Override
    public boolean hasRoleReferences(String servletName) {
        Object references = servletHandler
                .call("getServlet", servletName)
                .callForValue("getRoleLinks")
                .orElse(Map.of());
        return !references.equals(Map.of());
    }

    @Override
    public boolean servletSupportsAsync(String servletName) {
        return Boolean.TRUE.equals(servletHandler
                .call("getServlet", servletName)
                .call("isAsyncSupported")
                .object());
    }

    @Override
    public boolean filterSupportsAsync(String filterName) {
        return Boolean.TRUE.equals(servletHandler
                .call("getFilter", filterName)
                .call("isAsyncSupported")
                .object());
    }

    @Override
    public List<Supplier<Object[]>> registrations() {
        List<Supplier<Object[]>> lists = new ArrayList<>();
        lists.add(servletHandler.list("getFilterMappings"));
        security().ifPresent(handler -> lists.add(handler.list("getConstraintMappings")));
        return lists;
    }

    @Override
    public Combining combining() {
        boolean joinsOmissions =
                security().map(handler -> handler.declares("isMethodOmission")).orElse(true);
        return joinsOmissions ? Combining.JETTY : Combining.JETTY_12_0;
    }

    @Override
    public Traits traits() {
        return TRAITS;
    }

    private Optional<Reflected> security() {
        return contextHandler.callForValue("getSecurityHandler").map(Reflected::new);
    }

    private List<Object> mappedConstraints() {
        List<Object> constraints = new ArrayList<>();
        security()
                .ifPresent(handler ->
                        handler.call("getConstraintMappings").iterable().forEach(constraints::add));
        return constraints;
    }

    private SecurityConstraint constraint(Reflected mapping) {
        Reflected constraint = mapping.call("getConstraint");
        List<String> omitted = texts(mapping, "getMethodOmissions");
        Set<String> named = mapping.callForValue("getMethod")
                .map(method -> Set.of((String) method))
                .orElse(new LinkedHashSet<>(omitted));
        return new SecurityConstraint(
                List.of(new UrlPattern(mapping.call("getPathSpec").text())),
                named,
                !omitted.isEmpty(),
                permission(constraint),
                constraint.call("getTransport").text().equals("SECURE"));
    }

    private Permission permission(Reflected constraint) {
        return switch (constraint.call("getAuthorization").text()) {
            case "ALLOWED", "INHERIT" -> new Permission.Everybody();
            case "ANY_USER" -> new Permission.Authenticated();
            case "KNOWN_ROLE" -> oneOf(security().orElseThrow().call("getKnownRoles"));
            case "SPECIFIC_ROLE" -> oneOf(constraint.call("getRoles"));
            default -> new Permission.Nobody();
        };
    }

    private static Permission oneOf(Reflected roles) {
        Set<String> names = new LinkedHashSet<>();
        roles.iterable().forEach(role -> names.add((String) role));
        return new Permission.OneOf(names);
    }

    private FilterMapping mapping(Reflected mapping) {
        String filter = mapping.call("getFilterName").text();
        List<UrlPattern> patterns =
                texts(mapping, "getPathSpecs").stream().map(UrlPattern::new).toList();
        return new FilterMapping(
                filter, patterns, texts(mapping, "getServletNames"), dispatchers(mapping), isDeclared(filter));
    }

    private static List<String> texts(Reflected mapping, String getter) {
        return mapping.callForValue(getter)
                .map(texts -> List.of((String[]) texts))
                .orElse(List.of());
    }

    private boolean isDeclared(String filter) {
        Reflected origin =
                servletHandler.call("getFilter", filter).call("getSource").call("getOrigin");
        return !origin.text().equals("JAKARTA_API");
    }

    private static Set<DispatcherType> dispatchers(Reflected mapping) {
        EnumSet<DispatcherType> dispatchers = EnumSet.noneOf(DispatcherType.class);
        for (Object type : mapping.call("getDispatcherTypes").iterable()) {
            dispatchers.add((DispatcherType) type);
        }
        return dispatchers.isEmpty() ? Set.of(DispatcherType.REQUEST) : dispatchers;
    }
}
