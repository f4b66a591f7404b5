/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.ratelimit;

/**
 * Counts calls: the port behind which counters live in this process or in a shared store.
 *
 * <p>Implementations are thread-safe, bounded in memory, never forget a counter that is in use, and may throw
 * {@link io.github.samedoor.identity.StoreUnavailableException}.
 */
public interface RateLimiter {
    /**
     * Takes one permit.
     *
     * @param limit the limit
     * @param key who is counted, such as a user's id or an address
     * @return whether there was one
     */
    RateDecision take(RateLimit limit, String key);

    /**
     * Gives back a permit that was taken for something that turned out not to count.
     *
     * @param limit the limit
     * @param key who is counted
     */
    void giveBack(RateLimit limit, String key);
}
