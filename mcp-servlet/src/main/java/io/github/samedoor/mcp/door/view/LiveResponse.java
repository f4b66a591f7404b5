/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * The response of one relay forward: it lives only between the relay filter and the return of its chain.
 *
 * <p>A container resets a response before it forwards and closes it afterwards. Neither is part of a direct call, where
 * the filters before the servlet may have written already and may go on writing after it. So outside its life the
 * response ignores both.
 */
public final class LiveResponse extends HttpServletResponseWrapper {
    private final Thread caller = Thread.currentThread();
    private volatile boolean live;

    /**
     * Makes a response that isn't alive yet.
     *
     * @param response the response that the forward is made with
     */
    public LiveResponse(HttpServletResponse response) {
        super(response);
    }

    /** Says whether the forward has arrived and not yet returned, or returned and left an asynchronous call. */
    public void setLive(boolean alive) {
        live = alive;
    }

    /** A container works on the call's own thread; to a thread of the route's own the response is always there. */
    private boolean isLive() {
        return live || Thread.currentThread() != caller;
    }

    @Override
    public boolean isCommitted() {
        return isLive() && super.isCommitted();
    }

    @Override
    public void resetBuffer() {
        if (isLive()) {
            super.resetBuffer();
        }
    }

    @Override
    public void reset() {
        if (isLive()) {
            super.reset();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return isLive() ? super.getOutputStream() : Nowhere.STREAM;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (isLive()) {
            return super.getWriter();
        }
        throw new StacklessIllegalState();
    }

    /** Where a container closes a response that isn't its to close; without cost, since it happens in every call. */
    private static final class Nowhere extends ServletOutputStream {
        static final ServletOutputStream STREAM = new Nowhere();

        @Override
        public void write(int b) {}

        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}
    }

    private static final class StacklessIllegalState extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        StacklessIllegalState() {
            super("The stream is used");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
