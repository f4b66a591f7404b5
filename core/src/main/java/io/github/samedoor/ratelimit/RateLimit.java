/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.ratelimit;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How many calls in how much time.
 *
 * <p>Permits come back evenly: of 60 per minute, one a second, with at most 60 saved up. Immutable and thread-safe.
 *
 * @param name what the limit is for; each name has counters of its own
 * @param permits how many
 * @param window in how much time
 */
public record RateLimit(String name, long permits, Duration window) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,8})/(second|minute|hour)");

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException if the name isn't 1 to 64 of {@code a-z 0-9 -}, there are no permits or the window
     *     is shorter than a second
     */
    public RateLimit {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A rate limit's name is lower-case letters, digits and '-'");
        }
        if (permits < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("The rate limit " + name + " needs at least one call in one second");
        }
    }

    /**
     * Reads a limit such as {@code 120/minute}.
     *
     * @param name what the limit is for
     * @param text a number, a slash and {@code second}, {@code minute} or {@code hour}
     * @return the limit
     * @throws IllegalArgumentException if the text has another form
     */
    public static RateLimit parse(String name, String text) {
        var matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "A rate limit is written like 120/minute: a number, '/', and second, minute or hour");
        }
        Duration window = switch (matcher.group(2)) {
            case "second" -> Duration.ofSeconds(1);
            case "minute" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
        return new RateLimit(name, Long.parseLong(matcher.group(1)), window);
    }
}
