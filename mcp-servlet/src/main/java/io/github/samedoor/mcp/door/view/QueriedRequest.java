/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that goes on to a path with a query of its own, whose parameters come before those it has already (Servlet 6.0
 * sections 9.1.1 and 9.4).
 */
abstract class QueriedRequest extends HttpServletRequestWrapper {
    private final String newQuery;
    private @Nullable Map<String, String[]> parameters;

    QueriedRequest(HttpServletRequest request, String newQuery) {
        super(request);
        this.newQuery = newQuery;
    }

    final String newQuery() {
        return newQuery;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (newQuery.isEmpty()) {
            return super.getParameterMap();
        }
        if (parameters == null) {
            parameters = merge(new CallParameters().addQuery(newQuery).toMap(), super.getParameterMap());
        }
        return parameters;
    }

    private static Map<String, String[]> merge(Map<String, String[]> first, Map<String, String[]> second) {
        Map<String, String[]> merged = new LinkedHashMap<>(first);
        second.forEach((name, values) -> merged.merge(name, values, QueriedRequest::concat));
        return Collections.unmodifiableMap(merged);
    }

    private static String[] concat(String[] first, String[] second) {
        String[] all = new String[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
