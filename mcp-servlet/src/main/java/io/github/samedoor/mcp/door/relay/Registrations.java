/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import io.github.samedoor.mcp.door.container.FilterMapping;
import io.github.samedoor.mcp.door.container.ServletMapping;
import io.github.samedoor.mcp.door.container.UrlPattern;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the relay itself registers with an application, and how it is told from what the application registers. */
public final class Registrations {
    /**
     * Every name that Samedoor registers with an application starts with this. Only the names themselves are Samedoor's:
     * a filter of the application may start with it too, and is a guard like any other.
     */
    public static final String RESERVED_PREFIX = "samedoor-";

    private static final String RELAY_FILTER = RESERVED_PREFIX + "relay";

    private Registrations() {}

    /**
     * Registers the relay filter and empty slots; to be called while the application's initializers run.
     *
     * <p>None of them has a URL, so a direct call meets none of them.
     *
     * @param context the application's context
     * @param slotCount how many slots
     */
    public static void add(ServletContext context, int slotCount) {
        add(context, RELAY_FILTER, new RelayFilter());
        for (int number = 0; number < slotCount; number++) {
            Slot slot = new Slot(number);
            ServletRegistration.Dynamic servlet = context.addServlet(slot.servletName(), new SlotServlet(slot));
            if (servlet == null) {
                throw taken(slot.servletName());
            }
            servlet.setAsyncSupported(true);
            add(context, slot.proofName(), new SlotProof(slot));
        }
    }

    private static void add(ServletContext context, String name, Filter filter) {
        FilterRegistration.Dynamic registration = context.addFilter(name, filter);
        if (registration == null) {
            throw taken(name);
        }
        registration.setAsyncSupported(true);
    }

    private static IllegalStateException taken(String name) {
        return new IllegalStateException("The name " + name + " is Samedoor's: give the application's own filter or"
                + " servlet of that name another one");
    }

    /** Puts the relay filter first at every forward and include, to the slots and to the application's servlets. */
    static void mapRelayFilter(ServletContext context, List<ServletMapping> servlets, int slotCount) {
        Set<String> names = new LinkedHashSet<>();
        for (int number = 0; number < slotCount; number++) {
            names.add(new Slot(number).servletName());
        }
        servlets.forEach(mapping -> names.add(mapping.servletName()));
        names.addAll(context.getServletRegistrations().keySet());
        EnumSet<DispatcherType> types = EnumSet.of(DispatcherType.FORWARD, DispatcherType.INCLUDE);
        FilterRegistration relay = context.getFilterRegistration(RELAY_FILTER);
        relay.addMappingForServletNames(types, false, names.toArray(String[]::new));
        relay.addMappingForUrlPatterns(types, false, "/*"); // else it would follow what is mapped by URL
    }

    /** Leaves out the relay's own mappings, and nobody else's. */
    static List<FilterMapping> ofApplication(List<FilterMapping> all, int slotCount) {
        Set<String> own = new LinkedHashSet<>();
        own.add(RELAY_FILTER);
        for (int number = 0; number < slotCount; number++) {
            own.add(new Slot(number).proofName());
        }
        return all.stream()
                .filter(mapping -> !own.contains(mapping.filterName()))
                .toList();
    }

    /** Lists every pattern that can tell paths apart. */
    static List<UrlPattern> patterns(List<FilterMapping> filters, List<ServletMapping> servlets) {
        List<UrlPattern> patterns = new ArrayList<>();
        filters.forEach(mapping -> patterns.addAll(mapping.patterns()));
        servlets.forEach(mapping -> patterns.add(mapping.pattern()));
        return patterns;
    }

    /** Returns the filters of a slot in the order in which the container holds them. */
    static List<String> ofSlot(Slot slot, List<FilterMapping> all) {
        return all.stream()
                .filter(mapping -> mapping.servletNames().contains(slot.servletName()))
                .filter(mapping -> mapping.appliesTo(DispatcherType.FORWARD))
                .map(FilterMapping::filterName)
                .toList();
    }

    /** Returns the filters that a forward to a servlet would run before the relay filter, which could not hide it from them. */
    static Set<String> aheadOfRelay(String servlet, List<FilterMapping> all) {
        Set<String> ahead = new LinkedHashSet<>();
        for (FilterMapping mapping : all) {
            boolean here = mapping.servletNames().contains(servlet) && mapping.appliesTo(DispatcherType.FORWARD);
            if (here && mapping.filterName().equals(RELAY_FILTER)) {
                return ahead;
            }
            if (here) {
                ahead.add(mapping.filterName());
            }
        }
        return ahead;
    }

    /** Returns the filters that a slot has to hold. */
    static List<String> wanted(Slot slot, List<String> guards) {
        List<String> wanted = new ArrayList<>();
        wanted.add(RELAY_FILTER);
        wanted.addAll(guards);
        wanted.add(slot.proofName());
        return wanted;
    }
}
