/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Undertow 2.3, and servers built on it.
 *
 * <p>Its {@code DeploymentInfo} is the only truth: descriptors aren't read by Undertow itself, but by whatever deploys.
 */
final class Undertow implements Container {
    /** The type of the context that Undertow gives an application. */
    static final String CONTEXT = "io.undertow.servlet.spec.ServletContextImpl";

    private static final Traits TRAITS = new Traits(false, true, false, false, false, true, true);

    /** The servlet that Undertow adds by itself, and registers nowhere, where the application maps none to {@code /}. */
    private static final String DEFAULT_SERVLET = "default";

    private final String name;
    private final Reflected deployment;

    Undertow(ServletContext servletContext) {
        this.name = servletContext.getServerInfo();
        this.deployment = new Reflected(servletContext).call("getDeployment").call("getDeploymentInfo");
    }

    @Override
    public String name() {
        return name;
    }

    /** Undertow holds an entry for each kind of dispatch: those of one mapping stand side by side and are put together. */
    @Override
    public List<FilterMapping> filterMappings() {
        List<FilterMapping> mappings = new ArrayList<>();
        for (Object entry : deployment.call("getFilterMappings").iterable()) {
            FilterMapping next = mapping(new Reflected(entry));
            int last = mappings.size() - 1;
            Optional<FilterMapping> merged = last < 0 ? Optional.empty() : merged(mappings.get(last), next);
            if (merged.isPresent()) {
                mappings.set(last, merged.get());
            } else {
                mappings.add(next);
            }
        }
        return List.copyOf(mappings);
    }

    @Override
    public List<ServletMapping> servletMappings() {
        List<ServletMapping> mappings = new ArrayList<>();
        for (Reflected servlet : servlets()) {
            String servletName = servlet.call("getName").text();
            for (Object pattern : servlet.call("getMappings").iterable()) {
                mappings.add(new ServletMapping(servletName, new UrlPattern((String) pattern)));
            }
        }
        if (mappings.stream().noneMatch(mapping -> mapping.pattern().isDefault())) {
            mappings.add(new ServletMapping(DEFAULT_SERVLET, new UrlPattern("/")));
        }
        return List.copyOf(mappings);
    }

    @Override
    public List<SecurityConstraint> constraints() {
        return new UndertowConstraints(deployment).read(servlets());
    }

    /** An authorization or authentication of the server's own can't be asked in advance, so it is no method known here. */
    @Override
    public LoginConfig login() {
        boolean deniesUncovered = Boolean.TRUE.equals(
                deployment.call("isDenyUncoveredHttpMethods").object());
        Reflected manager = deployment.call("getAuthorizationManager");
        boolean jaspi =
                deployment.callForValue("getJaspiAuthenticationMechanism").isPresent();
        if (jaspi || !manager.object().getClass().getName().startsWith("io.undertow.servlet.")) {
            return new LoginConfig("the server's own way", "", deniesUncovered);
        }
        Optional<Reflected> config = deployment.callForValue("getLoginConfig").map(Reflected::new);
        return new LoginConfig(
                config.map(Undertow::methods).orElse(""),
                config.flatMap(login -> login.callForValue("getRealmName"))
                        .map(Object::toString)
                        .orElse(""),
                deniesUncovered);
    }

    @Override
    public boolean hasRoleReferences(String servletName) {
        return servlets().stream()
                .filter(servlet -> servlet.call("getName").text().equals(servletName))
                .anyMatch(servlet -> servlet.call("getSecurityRoleRefs")
                        .iterable()
                        .iterator()
                        .hasNext());
    }

    @Override
    public boolean servletSupportsAsync(String servletName) {
        return isAsync(servletName, servlets());
    }

    @Override
    public boolean filterSupportsAsync(String filterName) {
        Map<?, ?> filters = (Map<?, ?>) deployment.call("getFilters").object();
        return isAsync(filterName, filters.values().stream().map(Reflected::new).toList());
    }

    private static boolean isAsync(String name, Collection<Reflected> infos) {
        return infos.stream()
                .filter(info -> info.call("getName").text().equals(name))
                .anyMatch(info ->
                        Boolean.TRUE.equals(info.call("isAsyncSupported").object()));
    }

    @Override
    public List<Supplier<Object[]>> registrations() {
        return List.of(deployment.list("getFilterMappings"), deployment.list("getSecurityConstraints"));
    }

    @Override
    public Combining combining() {
        return Combining.UNDERTOW;
    }

    @Override
    public Traits traits() {
        return TRAITS;
    }

    private List<Reflected> servlets() {
        List<Reflected> servlets = new ArrayList<>();
        ((Map<?, ?>) deployment.call("getServlets").object())
                .values()
                .forEach(servlet -> servlets.add(new Reflected(servlet)));
        return servlets;
    }

    private static String methods(Reflected login) {
        List<String> names = new ArrayList<>();
        for (Object method : login.call("getAuthMethods").iterable()) {
            names.add(new Reflected(method).call("getName").text());
        }
        return String.join(" or ", names);
    }

    private static FilterMapping mapping(Reflected entry) {
        String text = entry.call("getMapping").text();
        boolean byUrl = entry.call("getMappingType").text().equals("URL");
        return new FilterMapping(
                entry.call("getFilterName").text(),
                // A filter on the context root is never run.
                byUrl && !text.isEmpty() ? List.of(new UrlPattern(text)) : List.of(),
                byUrl ? List.of() : List.of(text),
                Set.of((DispatcherType) entry.call("getDispatcher").object()),
                true);
    }

    private static Optional<FilterMapping> merged(FilterMapping first, FilterMapping second) {
        boolean same = first.filterName().equals(second.filterName())
                && first.patterns().equals(second.patterns())
                && first.servletNames().equals(second.servletNames());
        Set<DispatcherType> dispatchers = EnumSet.copyOf(first.dispatchers());
        // What stands there twice for one kind of dispatch runs twice.
        if (!same || !dispatchers.addAll(second.dispatchers())) {
            return Optional.empty();
        }
        return Optional.of(new FilterMapping(
                first.filterName(), first.patterns(), first.servletNames(), new LinkedHashSet<>(dispatchers), true));
    }
}
