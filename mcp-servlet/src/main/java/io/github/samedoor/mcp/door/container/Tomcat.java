/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Apache Tomcat 10.1 and 11, and servers built on it.
 *
 * <p>Its public {@code Context} is reached through the web resources that it publishes as a context attribute.
 */
final class Tomcat implements Container {
    /** The attribute under which Tomcat publishes the resources of a web application. */
    static final String RESOURCES = "org.apache.catalina.resources";

    private static final Traits TRAITS = new Traits(false, false, false, false, false, false);

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
    public List<UrlPattern> constrainedPatterns() {
        List<UrlPattern> patterns = new ArrayList<>();
        for (Object constraint : context.call("findConstraints").array()) {
            for (Object collection :
                    new Reflected(constraint).call("findCollections").array()) {
                for (Object pattern :
                        new Reflected(collection).call("findPatterns").array()) {
                    patterns.add(new UrlPattern((String) pattern));
                }
            }
        }
        return List.copyOf(patterns);
    }

    @Override
    public List<Object> registrations() {
        List<Object> all =
                new ArrayList<>(List.of(context.call("findFilterMaps").array()));
        all.addAll(List.of(context.call("findConstraints").array()));
        return all;
    }

    @Override
    public Traits traits() {
        return TRAITS;
    }

    private static FilterMapping mapping(Reflected map) {
        List<UrlPattern> patterns = new ArrayList<>();
        if (Boolean.TRUE.equals(map.call("getMatchAllUrlPatterns").object())) {
            patterns.add(new UrlPattern("*"));
        }
        for (Object pattern : map.call("getURLPatterns").array()) {
            patterns.add(new UrlPattern((String) pattern));
        }
        List<String> servlets = new ArrayList<>();
        if (Boolean.TRUE.equals(map.call("getMatchAllServletNames").object())) {
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
