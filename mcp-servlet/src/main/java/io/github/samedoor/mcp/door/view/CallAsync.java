/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The asynchronous side of a call (Servlet 6.0 section 2.3.3.3), played by the call's own thread.
 *
 * <p>The container never goes asynchronous: the thread that passed the guards waits, and does what a container's own threads
 * would do meanwhile, such as {@link AsyncContext#start}ed tasks, the callbacks of streams, and dispatches. The route's own
 * threads may complete or dispatch at any time. Thread-safe.
 */
public final class CallAsync {
    private static final Logger LOG = LoggerFactory.getLogger(CallAsync.class);
    private static final long DEFAULT_TIMEOUT_MILLIS = 30_000; // as containers have it

    private final AsyncListeners listeners = new AsyncListeners();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private Phase phase = Phase.SYNCHRONOUS;
    private boolean supported;
    private long timeoutMillis = DEFAULT_TIMEOUT_MILLIS;
    private Optional<CallAsyncContext> context = Optional.empty();
    private Optional<AsyncDispatch> dispatch = Optional.empty();

    private enum Phase {
        SYNCHRONOUS,
        STARTED,
        DISPATCHED,
        COMPLETED
    }

    /** Makes the side of a call that hasn't gone asynchronous, and that can't until it is {@link #allow}ed to. */
    CallAsync() {}

    /** Lets the call go asynchronous, where its filters and its servlet are registered as ones that may. */
    public synchronized void allow(boolean maySupport) {
        supported = maySupport;
    }

    synchronized boolean isSupported() {
        return supported;
    }

    /** Tells whether somebody has yet to complete the call, or to dispatch it. */
    public synchronized boolean isStarted() {
        return phase != Phase.SYNCHRONOUS;
    }

    /** Goes asynchronous. */
    AsyncContext start(ServletRequest request, ServletResponse response, boolean original) {
        CallAsyncContext begun;
        synchronized (this) {
            if (!supported) {
                throw new IllegalStateException(
                        "A filter or the servlet of this request isn't registered with async-supported");
            }
            if (phase != Phase.SYNCHRONOUS) {
                throw new IllegalStateException("This request is asynchronous already");
            }
            begun = new CallAsyncContext(this, request, response, original);
            phase = Phase.STARTED;
            timeoutMillis = DEFAULT_TIMEOUT_MILLIS;
            context = Optional.of(begun);
        }
        listeners.startAgain(begun);
        return begun;
    }

    synchronized AsyncContext context() {
        if (phase == Phase.SYNCHRONOUS) {
            throw new IllegalStateException("This request isn't asynchronous");
        }
        return context.orElseThrow();
    }

    AsyncListeners listeners() {
        return listeners;
    }

    synchronized void complete() {
        requireStarted();
        phase = Phase.COMPLETED;
        notifyAll();
    }

    synchronized void dispatch(AsyncDispatch wanted) {
        requireStarted();
        phase = Phase.DISPATCHED;
        dispatch = Optional.of(wanted);
        notifyAll();
    }

    /** Has something done by the call's own thread while it waits. */
    synchronized void run(Runnable task) {
        requireStarted();
        tasks.add(task);
        notifyAll();
    }

    synchronized long timeout() {
        return timeoutMillis;
    }

    synchronized void setTimeout(long millis) {
        timeoutMillis = millis;
        notifyAll();
    }

    /**
     * Waits, on the call's own thread, for what becomes of the call, and does what is to be done meanwhile.
     *
     * @return the dispatch that the route asked for, or empty once the call is complete
     * @throws InterruptedException if the call is cancelled or over its limit; its listeners were told of an error
     */
    public Optional<AsyncDispatch> await() throws InterruptedException {
        long begun = System.nanoTime();
        try {
            while (awaitNews(begun)) {
                next().ifPresentOrElse(this::perform, this::timeOut);
            }
        } catch (InterruptedException e) {
            abandon(e);
            throw e;
        }
        return settle();
    }

    /**
     * Ends a call whose route threw after it had gone asynchronous, unless a listener does something better.
     *
     * @param cause what the route threw
     */
    public void fail(Throwable cause) {
        CallAsyncContext failed = synchronizedContext();
        listeners.error(failed, cause);
        endWithError(failed);
    }

    /** Tells the listeners that the call is over, if it ever was asynchronous. */
    public void close() {
        listeners.complete();
    }

    /** Waits for a task, an end or the timeout; tells whether there is something left to do before the end. */
    private synchronized boolean awaitNews(long begun) throws InterruptedException {
        while (tasks.isEmpty() && phase == Phase.STARTED) {
            long left = timeoutMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            if (timeoutMillis > 0 && left <= 0) {
                return true;
            }
            wait(timeoutMillis > 0 ? left : 0);
        }
        return !tasks.isEmpty();
    }

    private synchronized Optional<Runnable> next() {
        return Optional.ofNullable(tasks.poll());
    }

    private void perform(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("A task of an asynchronous route failed", e);
            fail(e);
        }
    }

    private void timeOut() {
        CallAsyncContext late = synchronizedContext();
        LOG.debug("An asynchronous route is over its own time limit");
        listeners.timeout(late);
        endWithError(late);
    }

    private void abandon(InterruptedException cause) {
        CallAsyncContext left = synchronizedContext();
        listeners.error(left, cause);
        listeners.complete();
        synchronized (this) {
            phase = Phase.COMPLETED;
        }
    }

    private void endWithError(CallAsyncContext ended) {
        synchronized (this) {
            if (phase != Phase.STARTED) {
                return;
            }
            phase = Phase.COMPLETED;
        }
        ended.answerError();
    }

    private synchronized Optional<AsyncDispatch> settle() {
        Optional<AsyncDispatch> wanted = dispatch;
        dispatch = Optional.empty();
        phase = Phase.SYNCHRONOUS;
        return wanted;
    }

    private synchronized CallAsyncContext synchronizedContext() {
        return context.orElseThrow();
    }

    private void requireStarted() {
        if (phase != Phase.STARTED) {
            throw new IllegalStateException("This request isn't asynchronous, or was completed or dispatched before");
        }
    }
}
