/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.ratelimit.RateLimiter;
import io.github.samedoor.session.SessionId;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.store.StoreSettings;
import io.github.samedoor.token.TokenHash;
import io.github.samedoor.token.TokenRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Sessions, issued tokens and counters in four tables of a database.
 *
 * <p>Any database with a {@code DataSource} and standard SQL; H2 and PostgreSQL are tested. Use a pool: each call takes a
 * connection. Every change is one conditional statement in auto-commit mode, so a node that dies leaves nothing half done.
 * Tables are found by the connection's default schema. Thread-safe.
 *
 * <pre>{@code
 * JdbcStore store = JdbcStore.open(dataSource);
 * IdentityContext.builder(roles, users).store(store).build().publish(servletContext);
 * }</pre>
 */
public final class JdbcStore implements SharedStore {
    /** What is done about the tables at the start. */
    public enum Schema {
        /** Missing tables are made, and older ones brought up to date. */
        APPLY,
        /** The start is refused unless the tables are there: somebody else runs the SQL files. */
        CHECK
    }

    private static final Duration START_PATIENCE = Duration.ofSeconds(30);

    private final JdbcLink link;
    private final SessionStore sessions;
    private final TokenRegistry tokens;
    private final RateLimiter limiter;

    private JdbcStore(JdbcLink link) {
        this.link = link;
        this.sessions = new JdbcSessionStore(link);
        this.tokens = new JdbcTokenRegistry(link);
        this.limiter = new JdbcRateLimiter(link, Clock.systemUTC());
    }

    /**
     * Opens the store with {@link StoreSettings#STANDARD_TIMEOUT}, and makes its tables where they are missing.
     *
     * @param dataSource where connections come from; it stays open when the store is closed
     * @return the store
     * @throws io.github.samedoor.identity.StoreUnavailableException if the database doesn't answer
     */
    public static JdbcStore open(DataSource dataSource) {
        return open(dataSource, StoreSettings.STANDARD_TIMEOUT, Schema.APPLY);
    }

    /**
     * Opens the store.
     *
     * @param dataSource where connections come from; it stays open when the store is closed
     * @param timeout how long one call may take before it counts as unanswered
     * @param schema what is done about the tables
     * @return the store
     * @throws IllegalStateException if the tables are missing or newer than this library; the message says what to run
     * @throws io.github.samedoor.identity.StoreUnavailableException if the database doesn't answer
     */
    public static JdbcStore open(DataSource dataSource, Duration timeout, Schema schema) {
        try (JdbcLink patient = new JdbcLink(dataSource, START_PATIENCE)) {
            JdbcSchema.prepare(patient, schema);
            warmUp(new JdbcStore(patient));
        }
        return new JdbcStore(new JdbcLink(dataSource, timeout));
    }

    /** Loads what calls need: on a busy machine that alone may take longer than a call may. */
    private static void warmUp(JdbcStore store) {
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
}
