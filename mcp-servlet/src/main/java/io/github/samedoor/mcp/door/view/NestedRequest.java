/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The request after a forward or include that the route itself made, on containers that keep their own wrapper beneath
 * ours, where it can't be seen.
 *
 * <p>A forward by path shows the container's new path and tells of the route's own in the forward attributes; a forward by
 * name and an include leave the path as it is. The parameters of the new query come before the route's own (Servlet 6.0
 * sections 9.3 and 9.4).
 */
public final class NestedRequest extends QueriedRequest {
    private static final List<String> FORWARD_ATTRIBUTES = List.of(
            RequestDispatcher.FORWARD_REQUEST_URI,
            RequestDispatcher.FORWARD_CONTEXT_PATH,
            RequestDispatcher.FORWARD_SERVLET_PATH,
            RequestDispatcher.FORWARD_PATH_INFO,
            RequestDispatcher.FORWARD_QUERY_STRING,
            RequestDispatcher.FORWARD_MAPPING);

    private final HttpServletRequest container;
    private final boolean moved;
    private final String where;

    private NestedRequest(HttpServletRequest sent, RouteRequest route, HttpServletRequest container) {
        super(sent, query(route, container));
        this.container = container;
        this.moved = isForwarded(container) && !route.isWhere(container.getRequestURI());
        Object included = container.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI);
        this.where =
                container.getDispatcherType() + " " + container.getRequestURI() + "?" + newQuery() + " " + included;
    }

    private static String query(RouteRequest route, HttpServletRequest container) {
        Object query = isForwarded(container)
                ? route.queryUnlessOuter(container.getQueryString())
                : container.getAttribute(RequestDispatcher.INCLUDE_QUERY_STRING);
        return query == null ? "" : query.toString();
    }

    private static boolean isForwarded(HttpServletRequest container) {
        return container.getDispatcherType() == DispatcherType.FORWARD;
    }

    /**
     * Shows a forwarded or included request as the container sees it.
     *
     * @param request the request as it arrived, a {@link RouteRequest} somewhere beneath
     * @return the request for what follows
     */
    public static HttpServletRequest of(HttpServletRequest request) {
        Optional<NestedRequest> outer = Optional.empty();
        ServletRequest layer = request;
        while (layer instanceof ServletRequestWrapper wrapper) {
            layer = wrapper.getRequest();
            if (wrapper instanceof NestedRequest nested && outer.isEmpty()) {
                outer = Optional.of(nested);
            }
            if (wrapper instanceof RouteRequest route) {
                NestedRequest shown = new NestedRequest(request, route, (HttpServletRequest) layer);
                return outer.filter(shown::isAsNestedAs).isPresent() ? request : shown;
            }
        }
        return request;
    }

    /** Tells whether another request shows the same forward: the filter that makes them may run twice in one. */
    private boolean isAsNestedAs(NestedRequest other) {
        return where.equals(other.where);
    }

    @Override
    public DispatcherType getDispatcherType() {
        return container.getDispatcherType();
    }

    @Override
    public String getRequestURI() {
        return moved ? container.getRequestURI() : super.getRequestURI();
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = super.getRequestURL();
        url.setLength(url.length() - super.getRequestURI().length());
        return url.append(getRequestURI());
    }

    @Override
    public String getServletPath() {
        return moved ? container.getServletPath() : super.getServletPath();
    }

    @Override
    public @Nullable String getPathInfo() {
        return moved ? container.getPathInfo() : super.getPathInfo();
    }

    @Override
    public @Nullable String getPathTranslated() {
        return moved ? container.getPathTranslated() : super.getPathTranslated();
    }

    @Override
    public HttpServletMapping getHttpServletMapping() {
        return moved ? container.getHttpServletMapping() : super.getHttpServletMapping();
    }

    @Override
    public @Nullable String getQueryString() {
        return moved && !newQuery().isEmpty() ? newQuery() : super.getQueryString();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        Object known = super.getAttribute(name);
        if (known != null || !moved) {
            return known;
        }
        return switch (name) {
            case RequestDispatcher.FORWARD_REQUEST_URI -> super.getRequestURI();
            case RequestDispatcher.FORWARD_CONTEXT_PATH -> super.getContextPath();
            case RequestDispatcher.FORWARD_SERVLET_PATH -> super.getServletPath();
            case RequestDispatcher.FORWARD_PATH_INFO -> super.getPathInfo();
            case RequestDispatcher.FORWARD_QUERY_STRING -> super.getQueryString();
            case RequestDispatcher.FORWARD_MAPPING -> super.getHttpServletMapping();
            default -> null;
        };
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        if (!moved) {
            return super.getAttributeNames();
        }
        Set<String> names = new LinkedHashSet<>(Collections.list(super.getAttributeNames()));
        FORWARD_ATTRIBUTES.stream().filter(name -> getAttribute(name) != null).forEach(names::add);
        return Collections.enumeration(names);
    }
}
