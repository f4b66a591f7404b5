/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.stream;

import java.time.Duration;

/**
 * How many streams there may be and for how long.
 *
 * @param perCaller how many one caller may have open
 * @param all how many may be open in all
 * @param keepAlive how often a silent stream shows that it is alive, which is also how soon a client that went away is seen
 * @param lifetime how long a stream lasts: then its client opens another, and shows its credential again
 */
public record StreamLimits(int perCaller, int all, Duration keepAlive, Duration lifetime) {
    /**
     * Returns the limits of an endpoint that sets none.
     *
     * @return 8 a caller, 1,000 in all, a sign of life every 15 seconds, an hour
     */
    public static StreamLimits defaults() {
        return new StreamLimits(8, 1_000, Duration.ofSeconds(15), Duration.ofHours(1));
    }
}
