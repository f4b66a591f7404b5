/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Set;

/**
 * One mapping of a filter, as the container holds it.
 *
 * @param filterName the filter's name
 * @param patterns the URL patterns it is mapped to
 * @param servletNames the servlets it is mapped to by name; {@code *} stands for every servlet
 * @param dispatchers the dispatches it applies to, never empty
 * @param declared whether it comes from a descriptor, an annotation or the server, not from a call of the Servlet API;
 *     Jetty orders the two kinds apart
 */
public record FilterMapping(
        String filterName,
        List<UrlPattern> patterns,
        List<String> servletNames,
        Set<DispatcherType> dispatchers,
        boolean declared) {
    /** The servlet name that stands for every servlet. */
    public static final String EVERY_SERVLET = "*";

    /** Keeps copies. */
    public FilterMapping {
        patterns = List.copyOf(patterns);
        servletNames = List.copyOf(servletNames);
        dispatchers = Set.copyOf(dispatchers);
    }

    /** Returns whether the mapping applies to a dispatch. */
    public boolean appliesTo(DispatcherType type) {
        return dispatchers.contains(type);
    }

    /** Returns whether one of the URL patterns matches a path. */
    public boolean matchesPath(String path) {
        for (UrlPattern pattern : patterns) {
            if (pattern.matchesFilterPath(path)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the mapping names a servlet, or every servlet. */
    public boolean matchesServlet(String servletName) {
        return servletNames.contains(servletName) || namesEveryServlet();
    }

    /** Returns whether the mapping is for every servlet by name. */
    public boolean namesEveryServlet() {
        return servletNames.contains(EVERY_SERVLET);
    }
}
