/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import java.time.Duration;

/**
 * How long somebody waits who fails again and again, without a success between.
 *
 * <p>After {@code free} failures the wait is {@code first} and doubles with each further one up to {@code longest}; after
 * {@code stopAfter} it is {@code stopFor}, the hard stop of NIST SP 800-63B section 5.2.2. Immutable and thread-safe.
 *
 * @param free how many failures cost no wait
 * @param first the first wait
 * @param longest the longest wait before the hard stop
 * @param stopAfter after how many failures in a row the hard stop comes
 * @param stopFor how long the hard stop lasts, unless it is lifted
 */
public record LoginDelay(int free, Duration first, Duration longest, int stopAfter, Duration stopFor) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if they aren't in order, or a duration is less than a second
     */
    public LoginDelay {
        if (free < 1 || stopAfter < free) {
            throw new IllegalArgumentException("A login delay starts after at least one failure and before its stop");
        }
        if (first.toSeconds() < 1 || longest.compareTo(first) < 0 || stopFor.compareTo(longest) < 0) {
            throw new IllegalArgumentException(
                    "The first wait of a login delay is a second or more, and the later ones aren't shorter");
        }
    }

    /**
     * Returns the delay that holds where nothing else is configured: 15 seconds after 5 failures, doubling up to 15
     * minutes, and a day after 100.
     *
     * @return the delay
     */
    public static LoginDelay standard() {
        return new LoginDelay(5, Duration.ofSeconds(15), Duration.ofMinutes(15), 100, Duration.ofDays(1));
    }

    /** Returns how long after the last of some failures in a row the next attempt may be. */
    Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        if (failures >= stopAfter) {
            return stopFor;
        }
        Duration wait = first;
        for (int i = free; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
