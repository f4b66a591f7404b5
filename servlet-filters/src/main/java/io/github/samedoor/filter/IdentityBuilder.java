/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.audit.AuditLog;
import io.github.samedoor.audit.Slf4jAuditLog;
import io.github.samedoor.credential.CredentialVerifier;
import io.github.samedoor.identity.RoleModel;
import io.github.samedoor.password.LoginLimits;
import io.github.samedoor.password.PasswordHasher;
import io.github.samedoor.password.Pbkdf2PasswordHasher;
import io.github.samedoor.password.UserDirectory;
import io.github.samedoor.ratelimit.RateLimiter;
import io.github.samedoor.session.InMemorySessionStore;
import io.github.samedoor.session.SessionLifetimes;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.token.InMemoryTokenRegistry;
import io.github.samedoor.token.TenantTokens;
import io.github.samedoor.token.TokenRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the parts of an {@link IdentityContext} that is made in code.
 *
 * <p>Parts that aren't set live in memory. Not thread-safe.
 */
public final class IdentityBuilder {
    final RoleModel roles;
    final UserDirectory users;
    TokenRegistry tokens = new InMemoryTokenRegistry();
    TenantTokens tenants = TenantTokens.of(Map.of());
    SessionStore sessionStore = new InMemorySessionStore();
    SessionLifetimes lifetimes = SessionLifetimes.standard();
    PasswordHasher hasher = new Pbkdf2PasswordHasher();
    LoginLimits loginLimits = LoginLimits.standard();
    RateLimiter limiter = new BucketRateLimiter(BucketRateLimiter.STANDARD_KEYS, System::nanoTime);
    AuditLog audit = new Slf4jAuditLog();
    Clock clock = Clock.systemUTC();
    List<CredentialVerifier> verifiers = List.of();
    Optional<SharedStore> store = Optional.empty();

    IdentityBuilder(RoleModel roles, UserDirectory users) {
        this.roles = roles;
        this.users = users;
    }

    /**
     * Sets the static tokens and API keys; none by default.
     *
     * @param registry the registry
     * @return this
     */
    public IdentityBuilder tokens(TokenRegistry registry) {
        this.tokens = registry;
        return this;
    }

    /**
     * Sets the tenants by their tokens; none by default.
     *
     * @param tenantTokens the tenant tokens
     * @return this
     */
    public IdentityBuilder tenants(TenantTokens tenantTokens) {
        this.tenants = tenantTokens;
        return this;
    }

    /**
     * Sets where sessions are kept and how long they last; in memory and {@link SessionLifetimes#standard()} by
     * default.
     *
     * @param store the store
     * @param sessionLifetimes how long they last
     * @return this
     */
    public IdentityBuilder sessions(SessionStore store, SessionLifetimes sessionLifetimes) {
        this.sessionStore = store;
        this.lifetimes = sessionLifetimes;
        return this;
    }

    /**
     * Keeps sessions, issued tokens and the counters of failed logins in a store that several nodes share.
     *
     * <p>Tokens that are set beside it stay as they are, and those that are issued at run time are kept in the store. The
     * store is closed with the identity.
     *
     * @param sharedStore the store, such as a {@code JdbcStore} or a {@code RedisStore}
     * @return this
     */
    public IdentityBuilder store(SharedStore sharedStore) {
        this.store = Optional.of(sharedStore);
        return this;
    }

    /**
     * Sets what hashes passwords; PBKDF2 by default.
     *
     * @param passwordHasher the hasher
     * @return this
     */
    public IdentityBuilder hasher(PasswordHasher passwordHasher) {
        this.hasher = passwordHasher;
        return this;
    }

    /**
     * Sets what counts failed logins; in memory by default.
     *
     * @param rateLimiter counts them
     * @return this
     */
    public IdentityBuilder limiter(RateLimiter rateLimiter) {
        this.limiter = rateLimiter;
        return this;
    }

    /**
     * Sets how many failed logins are allowed; {@link LoginLimits#standard()} by default.
     *
     * @param limits how many
     * @return this
     */
    public IdentityBuilder loginLimits(LoginLimits limits) {
        this.loginLimits = limits;
        return this;
    }

    /**
     * Sets where decisions are kept; the application's log by default.
     *
     * @param log the log
     * @return this
     */
    public IdentityBuilder audit(AuditLog log) {
        this.audit = log;
        return this;
    }

    /**
     * Sets the clock; the system's by default.
     *
     * @param newClock the clock
     * @return this
     */
    public IdentityBuilder clock(Clock newClock) {
        this.clock = newClock;
        return this;
    }

    /**
     * Adds verifiers for credentials that are neither sessions nor static tokens; none by default.
     *
     * @param more the verifiers in their order
     * @return this
     */
    public IdentityBuilder verifiers(List<CredentialVerifier> more) {
        this.verifiers = List.copyOf(more);
        return this;
    }

    /**
     * Makes the identity.
     *
     * @return the identity
     */
    public IdentityContext build() {
        return new IdentityContext(this);
    }
}
