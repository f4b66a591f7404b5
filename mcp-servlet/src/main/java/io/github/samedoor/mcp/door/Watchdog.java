/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Interrupts a call that takes too long or is cancelled: a call stays on the caller's own thread, so this is all that can be
 * done to it.
 *
 * <p>One daemon thread for an application; it ends when the application does. A route that ignores the interrupt goes on,
 * holds its place among the calls under way, and is counted as stuck and reported until it ends. Thread-safe.
 */
public final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long CLOSE_MILLIS = 1_000;
    private static final long LOOK_EVERY_NANOS = 100_000_000;
    private static final long FIRST_REPORT_NANOS = 1_000_000_000L;
    private static final long REPORT_EVERY_NANOS = 60_000_000_000L;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    /** Why a call was interrupted. */
    enum Ending {
        /** It was over its time limit. */
        TIMEOUT,
        /** Its caller doesn't want it any more. */
        CANCELLED
    }

    /** Starts watching. */
    public Watchdog() {
        thread = new Thread(this::run, "samedoor-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    /** Watches the calling thread from now on. */
    Watch watch(String tool, long timeoutNanos) {
        Watch watch = new Watch(tool, Thread.currentThread(), System.nanoTime() + timeoutNanos);
        watches.add(watch);
        return watch;
    }

    /** Counts the calls that were interrupted and still run. */
    int stuck() {
        return (int) watches.stream().filter(Watch::isInterrupted).count();
    }

    /** Ends the thread, and waits for that, so that it doesn't outlive the application. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether the thread has ended. */
    boolean isEnded() {
        return !thread.isAlive();
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
            long now = System.nanoTime();
            for (Watch watch : watches) {
                if (watch.look(now)) {
                    LOG.warn("The tool {} still runs after it was interrupted; {} calls do so", watch.tool, stuck());
                }
            }
        }
    }

    /** One call that is watched. */
    final class Watch {
        private final String tool;
        private final Thread caller;
        private long next;
        private Optional<Ending> ending = Optional.empty();
        private boolean over;

        private Watch(String tool, Thread caller, long deadline) {
            this.tool = tool;
            this.caller = caller;
            this.next = deadline;
        }

        /** Interrupts the call because its caller doesn't want it any more. */
        synchronized void cancel() {
            if (!over && ending.isEmpty()) {
                interrupt(Ending.CANCELLED, System.nanoTime());
            }
        }

        /** Interrupts a call that is over its limit, or again one that is stuck; tells whether it is. */
        private synchronized boolean look(long now) {
            if (over || now - next < 0) {
                return false;
            }
            boolean stuck = ending.isPresent();
            if (!stuck) {
                LOG.warn("The tool {} is over its time limit and is interrupted", tool);
            }
            interrupt(ending.orElse(Ending.TIMEOUT), now);
            return stuck;
        }

        private void interrupt(Ending why, long now) {
            next = now + (ending.isEmpty() ? FIRST_REPORT_NANOS : REPORT_EVERY_NANOS);
            ending = Optional.of(why);
            caller.interrupt();
        }

        private synchronized boolean isInterrupted() {
            return ending.isPresent();
        }

        /** Ends the watch and tells whether the call was interrupted; the thread's flag is then clear again. */
        synchronized Optional<Ending> end() {
            if (!over && ending.isPresent()) {
                Thread.interrupted();
            }
            over = true;
            watches.remove(this);
            return ending;
        }
    }
}
