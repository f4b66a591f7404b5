/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts the failures in a row of each name from each address, in this process.
 *
 * <p>Memory is bounded. When room is needed, those go who needn't wait any more; somebody who must wait is never
 * forgotten. Newcomers who find no room have only the rate limits against them. Thread-safe.
 */
final class LoginFailures {
    static final int STANDARD_KEYS = 100_000;

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

    private final LoginDelay delay;
    private final int maxKeys;
    private final Map<Key, Streak> streaks = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

    /** Who is counted: names alone would let anybody lock a user out. */
    record Key(String address, String name) {}

    private record Streak(int failures, Instant last) {}

    LoginFailures(LoginDelay delay, int maxKeys) {
        this.delay = delay;
        this.maxKeys = maxKeys;
    }

    /** Counts a failure in advance, so that attempts at once can't share one; or answers how long to wait first. */
    Optional<Duration> begin(Key key, Instant now) {
        AtomicLong wait = new AtomicLong();
        if (!streaks.containsKey(key) && !hasRoom(now)) {
            return Optional.empty();
        }
        streaks.compute(key, (same, known) -> {
            if (known == null || isForgotten(known, now)) {
                return new Streak(1, now);
            }
            wait.set(Duration.between(now, known.last().plus(delay.after(known.failures())))
                    .toNanos());
            return wait.get() > 0 ? known : new Streak(known.failures() + 1, now);
        });
        return wait.get() > 0 ? Optional.of(Duration.ofNanos(wait.get())) : Optional.empty();
    }

    /** Takes back what {@link #begin} counted, for an attempt that was neither right nor wrong. */
    void withdraw(Key key) {
        streaks.computeIfPresent(
                key, (same, known) -> known.failures() <= 1 ? null : new Streak(known.failures() - 1, known.last()));
    }

    /** Ends the row of failures. */
    void succeeded(Key key) {
        streaks.remove(key);
    }

    /** Ends every row of failures of a name, and tells how many there were. */
    int forgive(String name) {
        int forgiven = 0;
        for (Key key : List.copyOf(streaks.keySet())) {
            if (key.name().equals(name) && streaks.remove(key) != null) {
                forgiven++;
            }
        }
        return forgiven;
    }

    private boolean hasRoom(Instant now) {
        if (streaks.size() < maxKeys) {
            return true;
        }
        Instant due = nextSweep.get();
        if (!now.isBefore(due) && nextSweep.compareAndSet(due, now.plus(SWEEP_EVERY))) {
            streaks.values().removeIf(streak -> isFree(streak, now));
        }
        return streaks.size() < maxKeys;
    }

    private boolean isFree(Streak streak, Instant now) {
        return !now.isBefore(streak.last().plus(delay.after(streak.failures())).plus(Duration.ofMinutes(1)));
    }

    private boolean isForgotten(Streak streak, Instant now) {
        return !now.isBefore(streak.last().plus(delay.stopFor()));
    }
}
