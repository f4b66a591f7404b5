/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The request after a dispatch of an asynchronous route: it shows the new path (Servlet 6.0 section 9.7). */
public final class DispatchedRequest extends QueriedRequest {
    private final String encodedPath;
    private final TargetPath target;

    /**
     * Makes the request of a dispatch, and has it tell in its attributes where it was before.
     *
     * @param dispatch what the route asked for
     * @param target where the path arrives
     */
    public DispatchedRequest(AsyncDispatch dispatch, TargetPath target) {
        super((HttpServletRequest) dispatch.request(), dispatch.query());
        this.encodedPath = dispatch.path();
        this.target = target;
        if (getAttribute(AsyncContext.ASYNC_REQUEST_URI) == null) {
            setAttribute(AsyncContext.ASYNC_REQUEST_URI, super.getRequestURI());
            setAttribute(AsyncContext.ASYNC_CONTEXT_PATH, super.getContextPath());
            setAttribute(AsyncContext.ASYNC_SERVLET_PATH, super.getServletPath());
            setAttribute(AsyncContext.ASYNC_PATH_INFO, super.getPathInfo());
            setAttribute(AsyncContext.ASYNC_QUERY_STRING, super.getQueryString());
            setAttribute(AsyncContext.ASYNC_MAPPING, super.getHttpServletMapping());
        }
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.ASYNC;
    }

    @Override
    public String getRequestURI() {
        return getContextPath() + encodedPath;
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = super.getRequestURL();
        url.setLength(url.length() - super.getRequestURI().length());
        return url.append(getRequestURI());
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

    @Override
    public @Nullable String getQueryString() {
        return newQuery().isEmpty() ? super.getQueryString() : newQuery();
    }
}
