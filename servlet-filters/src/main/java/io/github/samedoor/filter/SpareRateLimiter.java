/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.ratelimit.RateDecision;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.ratelimit.RateLimiter;

/**
 * Counts in a store that nodes share, and in this process while the store doesn't answer.
 *
 * <p>So public routes go on without the store and stay limited, by each node alone. It is for calls, not for logins: those
 * need the store anyway. Thread-safe.
 *
 * @param shared counts for all nodes
 * @param own counts for this one
 */
record SpareRateLimiter(RateLimiter shared, RateLimiter own) implements RateLimiter {
    @Override
    @SuppressWarnings("UnusedException") // whoever needs the store says so; this goes on without
    public RateDecision take(RateLimit limit, String key) {
        try {
            return shared.take(limit, key);
        } catch (StoreUnavailableException e) {
            return own.take(limit, key);
        }
    }

    @Override
    @SuppressWarnings("UnusedException") // as above
    public void giveBack(RateLimit limit, String key) {
        try {
            shared.giveBack(limit, key);
        } catch (StoreUnavailableException e) {
            own.giveBack(limit, key);
        }
    }
}
