/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * One stream: what there is to say waits here until the connection takes it, so that nobody waits for a slow client.
 *
 * <p>A client that takes nothing for too long loses its stream. Thread-safe.
 */
final class OpenStream implements WriteListener, AsyncListener {
    private static final int MOST_WAITING = 256;

    private final Subscriber subscriber;
    private final Instant opened;
    private final Consumer<OpenStream> gone;
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean begun;
    private boolean writable;
    private boolean unflushed;
    private boolean ending;
    private boolean over;

    private OpenStream(
            Subscriber subscriber,
            Instant opened,
            Consumer<OpenStream> gone,
            AsyncContext async,
            ServletOutputStream out) {
        this.subscriber = subscriber;
        this.opened = opened;
        this.gone = gone;
        this.async = async;
        this.out = out;
    }

    /** Takes a request off its thread; its response has the head of a stream already. Nothing is sent before {@link #begin}. */
    static OpenStream start(
            HttpServletRequest request, Subscriber subscriber, Instant opened, Consumer<OpenStream> gone)
            throws IOException {
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        OpenStream stream = new OpenStream(
                subscriber, opened, gone, async, async.getResponse().getOutputStream());
        async.addListener(stream);
        stream.send(subscriber.words().opening());
        return stream;
    }

    /** Begins to send. */
    void begin() {
        out.setWriteListener(this);
    }

    Subscriber subscriber() {
        return subscriber;
    }

    Instant opened() {
        return opened;
    }

    /** Says something, as soon as the client takes it. */
    synchronized void send(byte[] event) {
        if (over || ending || event.length == 0) {
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            finish();
            return;
        }
        waiting.add(event);
        drain();
    }

    /** Ends the stream in the words of its revision. */
    synchronized void end() {
        send(subscriber.words().closing());
        ending = true;
        if (begun && !writable) {
            finish(); // it takes nothing any more
        }
        drain();
    }

    @Override
    public synchronized void onWritePossible() {
        begun = true;
        writable = true;
        drain();
    }

    @Override
    public synchronized void onError(Throwable e) {
        finish();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        gone.accept(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        onError(new IOException("The container ended the stream"));
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A stream is started once.
    }

    // Once isReady was false, the container says when it is true again, and nobody asks before.
    private void drain() {
        if (over || !writable) {
            return;
        }
        try {
            while (out.isReady()) {
                byte[] next = waiting.poll();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    if (ending) {
                        finish();
                    }
                    return;
                }
            }
            writable = false;
        } catch (IOException
                | RuntimeException e) { // the client is gone, and some containers say so by other exceptions
            finish();
        }
    }

    private void finish() {
        if (over) {
            return;
        }
        over = true;
        waiting.clear();
        gone.accept(this);
        try {
            async.complete();
        } catch (IllegalStateException e) {
            // The container completed it already.
        }
    }
}
