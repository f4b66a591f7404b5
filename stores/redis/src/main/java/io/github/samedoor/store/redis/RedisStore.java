/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.redis;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.ratelimit.RateLimiter;
import io.github.samedoor.session.SessionId;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.store.StoreSettings;
import io.github.samedoor.token.TokenHash;
import io.github.samedoor.token.TokenRegistry;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Sessions, issued tokens and counters in a Redis of version 6.2 or newer, alone or behind Sentinel.
 *
 * <p>What must outlive a crash of the server needs {@code appendonly yes} and {@code appendfsync always} there, and no
 * policy that evicts keys. It isn't for Redis Cluster: scripts touch several keys. Every change is one script, so a node
 * that dies leaves nothing half done. Thread-safe.
 *
 * <pre>{@code
 * RedisStore store = RedisStore.open(new Secret("rediss://:password@redis.internal:6380"));
 * IdentityContext.builder(roles, users).store(store).build().publish(servletContext);
 * }</pre>
 */
public final class RedisStore implements SharedStore {
    /** What keys start with where nothing else is configured. */
    public static final String STANDARD_PREFIX = "samedoor";

    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.:{}-]{1,64}");

    private final RedisLink link;
    private final SessionStore sessions;
    private final TokenRegistry tokens;
    private final RateLimiter limiter;

    private RedisStore(RedisLink link, String prefix) {
        this.link = link;
        this.sessions = new RedisSessionStore(link, prefix);
        this.tokens = new RedisTokenRegistry(link, prefix);
        this.limiter = new RedisRateLimiter(link, prefix);
    }

    /**
     * Opens the store with {@link StoreSettings#STANDARD_TIMEOUT} and {@link #STANDARD_PREFIX}.
     *
     * @param uri the address, which may hold a password
     * @return the store
     * @throws IllegalArgumentException if the address is malformed
     * @throws io.github.samedoor.identity.StoreUnavailableException if Redis doesn't answer
     */
    public static RedisStore open(Secret uri) {
        return open(uri, STANDARD_PREFIX, StoreSettings.STANDARD_TIMEOUT);
    }

    /**
     * Opens the store.
     *
     * @param uri the address, such as {@code rediss://:password@host:6380/0} or {@code redis-sentinel://...}
     * @param prefix what all keys start with, 1 to 64 letters, digits and {@code _ . : { } -}
     * @param timeout how long one call may take before it counts as unanswered
     * @return the store
     * @throws IllegalArgumentException if the address or the prefix is malformed; the message doesn't show the address
     * @throws io.github.samedoor.identity.StoreUnavailableException if Redis doesn't answer
     */
    public static RedisStore open(Secret uri, String prefix, Duration timeout) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("A prefix of Redis keys is 1 to 64 letters, digits and '_.:{}-'");
        }
        RedisLink patient = RedisLink.to(parse(uri), START_PATIENCE);
        try {
            warmUp(new RedisStore(patient, prefix));
            return new RedisStore(patient.within(timeout), prefix);
        } catch (RuntimeException e) {
            patient.close();
            throw e;
        }
    }

    /** Loads what calls need: on a busy machine that alone may take longer than a call may. */
    private static void warmUp(RedisStore store) {
        store.sessions.find(new SessionId("0".repeat(32)));
        store.tokens.find(TokenHash.of(new Secret("start")));
        store.limiter.take(new RateLimit("start", 1, Duration.ofSeconds(1)), "start");
    }

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public TokenRegistry tokens() {
        return tokens;
    }

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public void close() {
        link.close();
    }

    @SuppressWarnings("UnusedException") // its message has the address, and the address has the password
    private static RedisURI parse(Secret uri) {
        try {
            return RedisURI.create(uri.reveal());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The address of Redis isn't one that Lettuce reads, such as rediss://:password@host:6380");
        }
    }
}
