/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Spares callers the wait for a store that just failed several times in a row.
 *
 * <p>After three failures without a success between them, one call is let through every quarter of a second, to see
 * whether the store is back; the others are told at once. One success lets everybody through again. Thread-safe.
 */
public final class StoreBreaker {
    private static final int FAILURES = 3;
    private static final long PROBE_EVERY = Duration.ofMillis(250).toNanos();

    private final LongSupplier nanoTime;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextProbe = new AtomicLong();

    /**
     * Makes a breaker that lets everybody through.
     *
     * @param nanoTime a clock that never steps, such as {@code System::nanoTime}
     */
    public StoreBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Tells whether a call should be tried.
     *
     * @return false if the store has just failed and it isn't time to look again
     */
    public boolean letsThrough() {
        if (failures.get() < FAILURES) {
            return true;
        }
        long due = nextProbe.get();
        long now = nanoTime.getAsLong();
        return now - due >= 0 && nextProbe.compareAndSet(due, now + PROBE_EVERY);
    }

    /** Notes that the store answered. */
    public void answered() {
        failures.set(0);
    }

    /**
     * Notes that the store didn't answer.
     *
     * @return whether it failed so often that callers are spared from now on
     */
    public boolean failed() {
        nextProbe.set(nanoTime.getAsLong() + PROBE_EVERY);
        return failures.updateAndGet(count -> Math.min(FAILURES, count + 1)) == FAILURES;
    }
}
