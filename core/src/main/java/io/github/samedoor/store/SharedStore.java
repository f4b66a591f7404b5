/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store;

import io.github.samedoor.ratelimit.RateLimiter;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.token.TokenRegistry;

/**
 * One place outside of this process for sessions, issued tokens and counters, so that several nodes agree.
 *
 * <p>All parts fail with {@link io.github.samedoor.identity.StoreUnavailableException} within a second where the store is
 * down, slow or unreachable, and go on by themselves when it is back. Moments are kept to the millisecond.
 * Implementations are thread-safe.
 */
public interface SharedStore extends AutoCloseable {
    /**
     * Returns where sessions are kept.
     *
     * @return the session store
     */
    SessionStore sessions();

    /**
     * Returns where tokens and API keys are kept that were issued at run time.
     *
     * @return the registry
     */
    TokenRegistry tokens();

    /**
     * Returns what counts calls and failed logins for all nodes together.
     *
     * @return the limiter
     */
    RateLimiter limiter();

    /** Ends the connections and threads that the store opened itself; what it was given stays open. */
    @Override
    void close();
}
