/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Interrupts a call that takes too long: a call stays on the caller's own thread, so this is all that can be done to it.
 *
 * <p>One daemon thread for an application; it ends when the application does. A route that ignores the interrupt goes on,
 * holds its place among the calls under way, and is reported until it ends. Thread-safe.
 */
public final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long LOOK_EVERY_NANOS = 100_000_000;
    private static final long REPORT_EVERY_NANOS = 60_000_000_000L;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

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

    /** Ends the thread. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
            long now = System.nanoTime();
            for (Watch watch : watches) {
                watch.look(now);
            }
        }
    }

    /** One call that is watched. */
    final class Watch {
        private final String tool;
        private final Thread caller;
        private long next;
        private boolean expired;
        private boolean over;

        private Watch(String tool, Thread caller, long deadline) {
            this.tool = tool;
            this.caller = caller;
            this.next = deadline;
        }

        private synchronized void look(long now) {
            if (over || now - next < 0) {
                return;
            }
            LOG.warn("The tool {} is over its time limit and {}", tool, expired ? "still runs" : "is interrupted");
            expired = true;
            next = now + REPORT_EVERY_NANOS;
            caller.interrupt();
        }

        /** Ends the watch and tells whether the call was interrupted; the thread's flag is then clear again. */
        synchronized boolean end() {
            over = true;
            watches.remove(this);
            if (expired) {
                Thread.interrupted();
            }
            return expired;
        }
    }
}
