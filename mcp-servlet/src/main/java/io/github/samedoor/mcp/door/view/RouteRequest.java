/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.RouteCall;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.PushBuilder;
import java.security.Principal;
import java.util.Enumeration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request of a call as the route and its guards see it: what a direct request of the route would look like.
 *
 * <p>It stands directly on the container's own request, so that nothing that a filter on the way to the MCP endpoint
 * wrapped around that shows through. The connection's facts and the container's idea of the user go through; the message,
 * the path, the attributes, the session and the dispatcher type are the call's own.
 */
public final class RouteRequest extends CallMessage {
    private final OpenCall call;
    private final RouteCall route;
    private final CapturedResponse response;
    private final TargetPath target;
    private final CallerView sees;
    private final CallAttributes attributes;
    private final String outerUri;
    private final @Nullable String outerQuery;
    private @Nullable CallSession session;

    /**
     * Makes the request of a call.
     *
     * @param container the request that carries the call; its wrappers are left out
     * @param call the call on its way
     * @param route what is called
     * @param target where a direct request would arrive
     * @param headers all header lines that the route may see
     * @param response the response of the call
     * @param sees what the route may see of the caller
     */
    public RouteRequest(
            HttpServletRequest container,
            OpenCall call,
            RouteCall route,
            TargetPath target,
            HeaderFields headers,
            CapturedResponse response,
            CallerView sees) {
        super(container(container), route.route().method(), route.query(), headers, route.body(), response.async());
        this.response = response;
        this.call = call;
        this.attributes = new CallAttributes(call);
        this.route = route;
        this.target = target;
        this.sees = sees;
        HttpServletRequest outer = (HttpServletRequest) getRequest();
        this.outerUri = outer.getRequestURI();
        this.outerQuery = outer.getQueryString();
    }

    /** Tells whether a URI of the container says nothing new: the route's own, or still the MCP endpoint's. */
    boolean isWhere(String containerUri) {
        return containerUri.equals(outerUri) || containerUri.equals(getRequestURI());
    }

    /** Returns a query of the container, or null where it is still the MCP endpoint's or the route's own. */
    @Nullable
    String queryUnlessOuter(@Nullable String containerQuery) {
        boolean old = Objects.equals(containerQuery, outerQuery) || Objects.equals(containerQuery, getQueryString());
        return old ? null : containerQuery;
    }

    /**
     * Finds the call that a request belongs to.
     *
     * @param request any request
     * @return the call, or empty for a request that no tool call made
     */
    public static Optional<OpenCall> callOf(ServletRequest request) {
        ServletRequest layer = request;
        while (layer instanceof ServletRequestWrapper wrapper) {
            if (layer instanceof RouteRequest routeRequest) {
                return Optional.of(routeRequest.call);
            }
            layer = wrapper.getRequest();
        }
        return Optional.empty();
    }

    /**
     * Returns the container's own request, without what filters wrapped around it.
     *
     * @param request any request
     * @return the innermost request
     */
    public static HttpServletRequest container(HttpServletRequest request) {
        ServletRequest layer = request;
        while (layer instanceof ServletRequestWrapper wrapper) {
            layer = wrapper.getRequest();
        }
        return (HttpServletRequest) layer;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return sees.user() ? super.getUserPrincipal() : null;
    }

    @Override
    public @Nullable String getRemoteUser() {
        return sees.user() ? super.getRemoteUser() : null;
    }

    @Override
    public @Nullable String getAuthType() {
        return sees.user() ? super.getAuthType() : null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return sees.user() && super.isUserInRole(role);
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public String getRequestURI() {
        return getContextPath() + route.encodedPath();
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = new StringBuffer(64);
        int port = getServerPort();
        boolean usual = port == (isSecure() ? 443 : 80) || port <= 0;
        url.append(getScheme()).append("://").append(getServerName());
        return (usual ? url : url.append(':').append(port)).append(getRequestURI());
    }

    @Override
    public String getServletPath() {
        return target.servletPath();
    }

    @Override
    public @Nullable String getPathInfo() {
        return target.pathInfo().orElse(null);
    }

    @Override
    public @Nullable String getPathTranslated() {
        return target.pathInfo().map(getServletContext()::getRealPath).orElse(null);
    }

    @Override
    public HttpServletMapping getHttpServletMapping() {
        return target.mapping();
    }

    /** Resolves a relative path against the route's path, not against the MCP endpoint's. */
    @Override
    public @Nullable RequestDispatcher getRequestDispatcher(String path) {
        if (path.startsWith("/")) {
            return getServletContext().getRequestDispatcher(path);
        }
        String base = route.encodedPath();
        return getServletContext().getRequestDispatcher(base.substring(0, base.lastIndexOf('/') + 1) + path);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name, getRequest());
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return attributes.names(getRequest());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        attributes.set(name, value, getRequest());
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name, getRequest());
    }

    /** Returns the caller's cookies where they count; otherwise null, as for every request without a cookie. */
    @Override
    @SuppressWarnings("ReturnsNullArray") // the Servlet API asks for it
    public Cookie @Nullable [] getCookies() {
        return sees.cookies() ? ((HttpServletRequest) getRequest()).getCookies() : null;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        if (sees.cookies()) {
            return super.getSession(create);
        }
        if (session != null && session.isValid()) {
            return session;
        }
        session = create ? new CallSession(getServletContext(), call.startedAt()) : null;
        return session;
    }

    @Override
    @SuppressWarnings("NullAway") // a session is made when there is none
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public String changeSessionId() {
        if (sees.cookies()) {
            return super.changeSessionId();
        }
        if (session == null || !session.isValid()) {
            throw new IllegalStateException("There is no session");
        }
        return session.changeId();
    }

    @Override
    public @Nullable String getRequestedSessionId() {
        return sees.cookies() ? super.getRequestedSessionId() : null;
    }

    @Override
    public boolean isRequestedSessionIdValid() {
        return sees.cookies() && super.isRequestedSessionIdValid();
    }

    @Override
    public boolean isRequestedSessionIdFromCookie() {
        return sees.cookies() && super.isRequestedSessionIdFromCookie();
    }

    @Override
    public boolean isRequestedSessionIdFromURL() {
        return sees.cookies() && super.isRequestedSessionIdFromURL();
    }

    @Override
    public boolean isAsyncSupported() {
        return response.async().isSupported();
    }

    @Override
    public boolean isAsyncStarted() {
        return response.async().isStarted();
    }

    @Override
    public AsyncContext startAsync() {
        return response.async().start(this, response, true);
    }

    @Override
    public AsyncContext startAsync(ServletRequest wrapped, ServletResponse wrapping) {
        return response.async().start(wrapped, wrapping, wrapped == this && wrapping == response);
    }

    @Override
    public AsyncContext getAsyncContext() {
        return response.async().context();
    }

    /** Refuses: the connection belongs to the MCP client. */
    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> handlerClass) throws ServletException {
        throw new ServletException("A request that is made by a tool call can't be upgraded");
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public @Nullable PushBuilder newPushBuilder() {
        return null;
    }
}
