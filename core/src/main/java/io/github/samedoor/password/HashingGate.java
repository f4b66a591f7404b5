/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few threads hash at a time and a bounded number wait, so that a flood of logins leaves the processor to others.
 *
 * <p>Thread-safe.
 */
final class HashingGate {
    private final Semaphore hashing;
    private final Semaphore entered;
    private final long waitMillis;

    HashingGate(int atOnce, int waiting, long waitMillis) {
        this.hashing = new Semaphore(atOnce, true);
        this.entered = new Semaphore(atOnce + waiting);
        this.waitMillis = waitMillis;
    }

    /** Runs the work on this thread, or answers empty if too many are waiting or the wait was too long. */
    <T> Optional<T> run(Supplier<T> work) {
        if (!entered.tryAcquire()) {
            return Optional.empty();
        }
        try {
            if (!hashing.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                hashing.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            entered.release();
        }
    }
}
