/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What was configured for a shared store.
 *
 * <p>Immutable and thread-safe.
 *
 * @param values the settings by name
 */
public record StoreSettings(Map<String, String> values) {
    /** How long a call of a store may take where nothing else is configured. */
    public static final Duration STANDARD_TIMEOUT = Duration.ofMillis(800);

    private static final Duration MAX_TIMEOUT = Duration.ofSeconds(30);

    /** Keeps a copy. */
    public StoreSettings {
        values = Map.copyOf(values);
    }

    /**
     * Finds a setting.
     *
     * @param name its name
     * @return its text, or empty
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Finds a setting that must be there.
     *
     * @param name its name
     * @param mend what to set, for the message
     * @return its text
     * @throws IllegalArgumentException if it is missing
     */
    public String required(String name, String mend) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("store." + name + " is missing: " + mend));
    }

    /**
     * Reads the setting {@code timeout}: how long one call of the store may take.
     *
     * @return the duration, {@link #STANDARD_TIMEOUT} where it isn't set
     * @throws IllegalArgumentException if it isn't between a millisecond and 30 seconds
     */
    public Duration timeout() {
        return text("timeout").map(StoreSettings::timeout).orElse(STANDARD_TIMEOUT);
    }

    /** Returns the names of the settings only: a value may be a secret. */
    @Override
    public String toString() {
        return "StoreSettings" + values.keySet();
    }

    private static Duration timeout(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.toMillis() >= 1 && duration.compareTo(MAX_TIMEOUT) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("store.timeout is an ISO-8601 duration, such as PT0.8S", e);
        }
        throw new IllegalArgumentException("store.timeout is between PT0.001S and PT30S, such as PT0.8S");
    }
}
