/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import java.time.Duration;

/**
 * How long logins and their tokens last.
 *
 * @param access the life of an access token
 * @param idle how long a login lives without being used
 * @param absolute how long a login lives at most, refreshed or not
 * @param grace how long a spent refresh token still answers its own successor, for a client that lost the answer; zero
 *     for never
 */
public record SessionLifetimes(Duration access, Duration idle, Duration absolute, Duration grace) {
    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException if one is negative, or all but {@code grace} aren't positive
     */
    public SessionLifetimes {
        requirePositive("access", access);
        requirePositive("idle", idle);
        requirePositive("absolute", absolute);
        if (grace.isNegative()) {
            throw new IllegalArgumentException("The session lifetime 'grace' is zero or more, such as PT10S");
        }
    }

    /**
     * Returns the lifetimes that hold where nothing else is configured: access 1 hour, idle 30 minutes, absolute 12
     * hours, grace 10 seconds.
     *
     * @return the lifetimes
     */
    public static SessionLifetimes standard() {
        return new SessionLifetimes(
                Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofSeconds(10));
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("The session lifetime '" + name + "' is more than zero, such as PT30M");
        }
    }
}
