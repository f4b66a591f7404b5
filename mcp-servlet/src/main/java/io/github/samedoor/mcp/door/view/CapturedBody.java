/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Arrays;

/**
 * The body of a captured answer: what is written, up to a limit; the rest is counted as cut and forgotten.
 *
 * <p>Thread-safe, because a thread of the route's own may write still when the call is over.
 */
final class CapturedBody extends ServletOutputStream {
    private static final int FIRST_SIZE = 512;
    private static final int LARGEST_FIRST_SIZE = 64 * 1024;

    private final int limit;
    private final CallAsync async;
    private byte[] buffer = new byte[0];
    private int firstSize = FIRST_SIZE;
    private int size;
    private boolean truncated;
    private boolean closed;

    CapturedBody(int limit, CallAsync async) {
        this.limit = limit;
        this.async = async;
    }

    synchronized int size() {
        return size;
    }

    synchronized boolean truncated() {
        return truncated;
    }

    synchronized byte[] bytes() {
        return size == buffer.length ? buffer : Arrays.copyOf(buffer, size);
    }

    /** Makes the buffer as long as the body will be, so that it needn't be copied; a mere promise isn't worth much memory. */
    synchronized void expect(long length) {
        firstSize = (int) Math.max(1, Math.min(length, LARGEST_FIRST_SIZE));
    }

    synchronized void clear() {
        size = 0;
        truncated = false;
    }

    /** Lets nothing more in: what follows a finished answer belongs to nobody. */
    synchronized void end() {
        closed = true;
    }

    synchronized boolean ended() {
        return closed;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (closed) {
            return;
        }
        int count = Math.min(length, limit - size);
        truncated |= count < length;
        if (size + count > buffer.length) {
            int wanted = Math.max(size + count, Math.max(firstSize, buffer.length * 2));
            buffer = Arrays.copyOf(buffer, Math.min(limit, wanted));
        }
        System.arraycopy(bytes, offset, buffer, size, count);
        size += count;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** Has the listener told by the call's own thread, since writing never waits. */
    @Override
    public void setWriteListener(WriteListener listener) {
        async.run(() -> tell(listener));
    }

    private static void tell(WriteListener listener) {
        try {
            listener.onWritePossible();
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        }
    }
}
