/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import io.github.samedoor.route.RouteAnswer;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * The response of a call: it keeps what the route and its guards answer, and lets none of it reach the container's own
 * response.
 *
 * <p>Every method of {@link HttpServletResponse} is answered here, those that came with Servlet 6.1 among them. A cookie
 * that the route sets is kept apart, and is no part of the answer. Used by one thread at a time.
 */
public final class CapturedResponse extends CapturedHead {
    private final CallAsync async = new CallAsync();
    private final CapturedBody body;
    private @Nullable PrintWriter writer;
    private boolean streamUsed;
    private boolean committed;
    private int bufferSize = 8192; // as containers have it: past it an answer can't be taken back

    /**
     * Makes an empty response.
     *
     * @param base what a container finds beneath; never written to
     * @param limit the most bytes of the body that are kept
     */
    public CapturedResponse(HttpServletResponse base, int limit) {
        super(base);
        this.body = new CapturedBody(limit, async);
    }

    /** Returns the asynchronous side of the call. */
    public CallAsync async() {
        return async;
    }

    /** Ends the answer and returns it. */
    public RouteAnswer toAnswer() {
        end();
        return new RouteAnswer(getStatus(), headers(), body.bytes(), body.truncated());
    }

    /** Ends the answer with a status and no body; error pages aren't made for tool calls. */
    @Override
    public void sendError(int status) {
        requireUncommitted();
        resetBuffer();
        setFinalStatus(status);
        end();
    }

    @Override
    public void sendError(int status, @Nullable String message) {
        sendError(status);
    }

    @Override
    public void sendRedirect(String location) {
        sendRedirect(location, SC_FOUND, true);
    }

    /** Ends the answer with a redirect; a method of Servlet 6.1. */
    public void sendRedirect(String location, int status) {
        sendRedirect(location, status, true);
    }

    /** Ends the answer with a redirect; a method of Servlet 6.1. */
    public void sendRedirect(String location, boolean clearBuffer) {
        sendRedirect(location, SC_FOUND, clearBuffer);
    }

    /** Ends the answer with a redirect; a method of Servlet 6.1. */
    public void sendRedirect(String location, int status, boolean clearBuffer) {
        requireUncommitted();
        if (clearBuffer) {
            resetBuffer();
        }
        setFinalStatus(status);
        setHeader("Location", location);
        end();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (writer != null) {
            throw new IllegalStateException("getWriter() was used before");
        }
        streamUsed = true;
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            if (streamUsed) {
                throw new IllegalStateException("getOutputStream() was used before");
            }
            writer = new PrintWriter(new OutputStreamWriter(body, startEncoding()));
        }
        return writer;
    }

    @Override
    public void setContentLengthLong(long length) {
        super.setContentLengthLong(length);
        body.expect(length);
    }

    @Override
    public void flushBuffer() {
        flushWriter();
        committed = true;
    }

    @Override
    public boolean isCommitted() {
        return committed || body.ended() || body.size() > bufferSize;
    }

    @Override
    public void resetBuffer() {
        requireUncommitted();
        flushWriter();
        body.clear();
    }

    @Override
    public void reset() {
        resetBuffer();
        clearHead();
        writer = null;
        streamUsed = false;
    }

    @Override
    public void setBufferSize(int size) {
        bufferSize = Math.max(size, bufferSize);
    }

    @Override
    public int getBufferSize() {
        return bufferSize;
    }

    private void end() {
        flushWriter();
        body.end();
    }

    private void flushWriter() {
        if (writer != null) {
            writer.flush();
        }
    }

    private void requireUncommitted() {
        if (isCommitted()) {
            throw new IllegalStateException("The response is committed");
        }
    }
}
