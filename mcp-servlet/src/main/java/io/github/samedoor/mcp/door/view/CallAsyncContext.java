/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a route holds of its asynchronous call, from one {@code startAsync} on. Thread-safe. */
final class CallAsyncContext implements AsyncContext {
    private final CallAsync call;
    private final ServletRequest request;
    private final ServletResponse response;
    private final boolean original;

    /** Makes a context; {@code original} says that nothing wraps the call's own request and response. */
    CallAsyncContext(CallAsync call, ServletRequest request, ServletResponse response, boolean original) {
        this.call = call;
        this.request = request;
        this.response = response;
        this.original = original;
    }

    @Override
    public ServletRequest getRequest() {
        return request;
    }

    @Override
    public ServletResponse getResponse() {
        return response;
    }

    @Override
    public boolean hasOriginalRequestAndResponse() {
        return original;
    }

    @Override
    public void dispatch() {
        if (!(request instanceof HttpServletRequest http)) {
            throw new IllegalStateException("This isn't an HTTP request");
        }
        call.dispatch(new AsyncDispatch(
                request,
                response,
                http.getRequestURI().substring(http.getContextPath().length()),
                ""));
    }

    @Override
    public void dispatch(String path) {
        call.dispatch(AsyncDispatch.to(request, response, path));
    }

    /** Dispatches within the application; what another one would do with the call is not known. */
    @Override
    public void dispatch(ServletContext context, String path) {
        if (!context.getContextPath().equals(request.getServletContext().getContextPath())) {
            throw new IllegalArgumentException("A tool call stays in its application");
        }
        dispatch(path);
    }

    @Override
    public void complete() {
        call.complete();
    }

    @Override
    public void start(Runnable run) {
        call.run(run);
    }

    @Override
    public void addListener(AsyncListener listener) {
        call.listeners().add(listener);
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest forRequest, ServletResponse forResponse) {
        call.listeners().add(listener, forRequest, forResponse);
    }

    @Override
    public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new ServletException(type.getName() + " can't be made", e);
        }
    }

    @Override
    public void setTimeout(long millis) {
        call.setTimeout(millis);
    }

    @Override
    public long getTimeout() {
        return call.timeout();
    }

    /** Answers as a container does where a route failed or took too long and nobody else answered. */
    void answerError() {
        if (!response.isCommitted()) {
            try {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
