/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.stream;

import io.github.samedoor.mcp.change.Change;
import io.github.samedoor.mcp.wire.EventStream;
import io.github.samedoor.mcp.wire.ServerSentEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams of an endpoint: they are asynchronous and hold no thread while they are silent.
 *
 * <p>One daemon thread for an endpoint keeps them alive, from the first stream until the endpoint ends. Thread-safe.
 */
public final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private final StreamLimits limits;
    private final Clock clock;
    private final Runnable look;
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> byCaller = new HashMap<>();
    private Optional<ScheduledExecutorService> keeper = Optional.empty();
    private boolean closed;
    private int reserved;

    /**
     * Makes an endpoint's streams, none of them open.
     *
     * @param limits how many there may be
     * @param clock tells how old a stream is
     * @param look is run at each sign of life, and may find something that changed
     */
    public Streams(StreamLimits limits, Clock clock, Runnable look) {
        this.limits = limits;
        this.clock = clock;
        this.look = look;
    }

    /**
     * Opens a stream as the response to a request, which leaves its thread.
     *
     * @param request the request, which may be asynchronous
     * @param response its response, uncommitted
     * @param subscriber who listens
     * @return whether it is open: beyond the limits it isn't, and the response is untouched
     * @throws IOException if the connection fails
     */
    public boolean open(HttpServletRequest request, HttpServletResponse response, Subscriber subscriber)
            throws IOException {
        look.run();
        end(subscriber.place());
        if (!reserve(subscriber.caller())) {
            return false;
        }
        boolean started = false;
        try {
            EventStream.head(response);
            OpenStream stream = OpenStream.start(request, subscriber, clock.instant(), this::remove);
            started = true;
            begin(stream);
            return true;
        } finally {
            if (!started) {
                release(subscriber.caller());
            }
        }
    }

    /**
     * Tells those who want to hear of it that something changed.
     *
     * @param change what changed
     */
    public void tell(Change change) {
        for (OpenStream stream : open) {
            Subscriber subscriber = stream.subscriber();
            if (subscriber.wants().test(change)) {
                stream.send(subscriber.words().event().apply(change));
            }
        }
    }

    /**
     * Ends the stream of a place, if there is one.
     *
     * @param place the place
     */
    public void end(String place) {
        open.stream()
                .filter(stream -> stream.subscriber().place().equals(place))
                .forEach(OpenStream::end);
    }

    /** Ends all streams, each in the words of its revision; none opens any more. */
    @Override
    public void close() {
        Optional<ScheduledExecutorService> last;
        synchronized (this) {
            closed = true;
            last = keeper;
        }
        last.ifPresent(ScheduledExecutorService::shutdownNow);
        open.forEach(OpenStream::end);
    }

    private synchronized boolean reserve(String caller) {
        if (closed || reserved >= limits.all() || byCaller.getOrDefault(caller, 0) >= limits.perCaller()) {
            return false;
        }
        reserved++;
        byCaller.merge(caller, 1, Integer::sum);
        if (keeper.isEmpty()) {
            keeper = Optional.of(keeper());
        }
        return true;
    }

    private synchronized void release(String caller) {
        reserved--;
        byCaller.computeIfPresent(caller, (name, count) -> count == 1 ? null : count - 1);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the executor
    private ScheduledExecutorService keeper() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "samedoor-streams");
            thread.setDaemon(true);
            return thread;
        });
        long nanos = limits.keepAlive().toNanos();
        started.scheduleAtFixedRate(this::keepAlive, nanos, nanos, TimeUnit.NANOSECONDS);
        return started;
    }

    private void keepAlive() {
        if (open.isEmpty()) {
            return;
        }
        try {
            look.run();
        } catch (RuntimeException e) { // the next look may succeed, and the streams want their sign of life
            LOG.warn("Nobody could see what is offered", e);
        }
        Instant oldest = clock.instant().minus(limits.lifetime());
        for (OpenStream stream : open) {
            if (stream.opened().isBefore(oldest)) {
                stream.end();
            } else {
                stream.send(ServerSentEvent.comment());
            }
        }
    }

    // What changes from here on is told; the endpoint may have ended since there was room.
    private void begin(OpenStream stream) {
        open.add(stream);
        stream.begin();
        if (isClosed()) {
            stream.end();
        }
    }

    private void remove(OpenStream stream) {
        if (open.remove(stream)) {
            release(stream.subscriber().caller());
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
