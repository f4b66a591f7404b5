/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Arrays;

/** The body of a call as a stream: all of it is there from the start. */
final class CallInput extends ServletInputStream {
    private final byte[] bytes;
    private final CallAsync async;
    private int position;

    CallInput(byte[] bytes, CallAsync async) {
        this.bytes = bytes;
        this.async = async;
    }

    @Override
    public int read() {
        return position < bytes.length ? bytes[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (position >= bytes.length) {
            return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public byte[] readAllBytes() {
        byte[] rest = Arrays.copyOfRange(bytes, position, bytes.length);
        position = bytes.length;
        return rest;
    }

    @Override
    public int available() {
        return bytes.length - position;
    }

    @Override
    public boolean isFinished() {
        return position >= bytes.length;
    }

    @Override
    public boolean isReady() {
        return !isFinished();
    }

    /** Has the listener told by the call's own thread, since nothing is ever waited for. */
    @Override
    public void setReadListener(ReadListener listener) {
        async.run(() -> tell(listener));
    }

    private void tell(ReadListener listener) {
        try {
            if (!isFinished()) {
                listener.onDataAvailable();
            }
            if (isFinished()) {
                listener.onAllDataRead();
            }
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        }
    }
}
