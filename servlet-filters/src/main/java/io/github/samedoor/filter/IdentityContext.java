/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.audit.AuditLog;
import io.github.samedoor.credential.CredentialVerifier;
import io.github.samedoor.identity.RoleModel;
import io.github.samedoor.password.PasswordLogin;
import io.github.samedoor.password.UserDirectory;
import io.github.samedoor.ratelimit.RateLimiter;
import io.github.samedoor.session.SessionIssuer;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.session.SessionVerifier;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.token.TenantTokens;
import io.github.samedoor.token.TokenRegistry;
import io.github.samedoor.token.TokenVerifier;
import jakarta.servlet.ServletContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may call one web application: its users, tokens, sessions and roles, shared by its filters and its own servlets.
 *
 * <p>There is one for each servlet context, as the attribute {@value #ATTRIBUTE}. It is read from the file that the
 * context-param {@value #CONTEXT_PARAMETER} names (such as {@code /WEB-INF/identity.json}), when the first filter or
 * servlet asks for it; or it is made in code and published before. A file of demo credentials is refused unless the
 * context-param {@value #DEMO_PARAMETER} is {@code true}. Immutable but for what its parts hold; thread-safe.
 *
 * <pre>{@code
 * IdentityContext identity = IdentityContext.of(getServletContext());
 * LoginResult result = identity.login().attempt(name, new Secret(password), ClientAddress.of(request));
 * if (result instanceof LoginResult.Accepted accepted) {
 *     SessionTokens tokens = identity.sessions().issue(accepted.caller().id());
 * }
 * }</pre>
 */
public final class IdentityContext implements AutoCloseable {
    /** The servlet context attribute that holds the one instance. */
    public static final String ATTRIBUTE = "io.github.samedoor.filter.IdentityContext";

    /** The context-param that names the identity file. */
    public static final String CONTEXT_PARAMETER = "samedoor.identity";

    /** The context-param that lets demo credentials in, when it is {@code true}. */
    public static final String DEMO_PARAMETER = "samedoor.demo";

    private static final String LOADED = ATTRIBUTE + ".loaded";

    private final RoleModel roles;
    private final UserDirectory users;
    private final TokenRegistry tokens;
    private final SessionIssuer sessions;
    private final PasswordLogin login;
    private final CredentialVerifier verifier;
    private final TenantTokens tenants;
    private final RateLimiter limiter;
    private final AuditLog audit;
    private final Clock clock;
    private final Optional<SharedStore> store;

    IdentityContext(IdentityBuilder builder) {
        this.roles = builder.roles;
        this.users = builder.users;
        this.store = builder.store;
        this.tokens = store.<TokenRegistry>map(shared -> new LayeredTokenRegistry(builder.tokens, shared.tokens()))
                .orElse(builder.tokens);
        this.tenants = builder.tenants;
        this.limiter = store.map(SharedStore::limiter).orElse(builder.limiter);
        this.audit = builder.audit;
        this.clock = builder.clock;
        SessionStore kept = store.map(SharedStore::sessions).orElse(builder.sessionStore);
        this.sessions = new SessionIssuer(kept, users, builder.lifetimes, clock, new SecureRandom());
        this.login = new PasswordLogin(users, builder.hasher, limiter, builder.loginLimits, audit, clock);
        List<CredentialVerifier> verifiers = new ArrayList<>();
        verifiers.add(new SessionVerifier(sessions, users));
        verifiers.add(new TokenVerifier(tokens, users, clock));
        verifiers.addAll(builder.verifiers);
        this.verifier = CredentialVerifier.firstOf(verifiers);
    }

    /**
     * Finds the identity of a web application, and reads its file if nobody did before.
     *
     * @param context the application's context
     * @return the identity
     * @throws IllegalStateException if there is no file and none was published
     * @throws IllegalArgumentException if the file is malformed; the message names file, entry and mend
     */
    public static IdentityContext of(ServletContext context) {
        return find(context)
                .orElseThrow(() -> new IllegalStateException("the context-param '" + CONTEXT_PARAMETER
                        + "' is missing: name the identity file, such as /WEB-INF/identity.json"));
    }

    /**
     * Starts an identity that is made in code.
     *
     * @param roles what roles imply
     * @param users who there is
     * @return a builder whose other parts live in memory until they are set
     */
    public static IdentityBuilder builder(RoleModel roles, UserDirectory users) {
        return new IdentityBuilder(roles, users);
    }

    /**
     * Makes this the identity of a web application; call it before any filter starts.
     *
     * @param context the application's context
     * @throws IllegalStateException if the application has another identity already
     */
    public void publish(ServletContext context) {
        Object known = context.getAttribute(ATTRIBUTE);
        if (known != null && known != this) {
            throw new IllegalStateException(
                    "the application has an identity already: publish one, before its filters start");
        }
        context.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Returns the roles and what they imply.
     *
     * @return the role model
     */
    public RoleModel roles() {
        return roles;
    }

    /**
     * Returns the users.
     *
     * @return the directory
     */
    public UserDirectory users() {
        return users;
    }

    /**
     * Returns the static tokens and API keys.
     *
     * @return the registry
     */
    public TokenRegistry tokens() {
        return tokens;
    }

    /**
     * Returns what starts, refreshes and ends logins.
     *
     * @return the issuer
     */
    public SessionIssuer sessions() {
        return sessions;
    }

    /**
     * Returns what checks names and passwords.
     *
     * @return the login
     */
    public PasswordLogin login() {
        return login;
    }

    /**
     * Returns what turns credentials into callers: sessions first, then static tokens, then the verifiers that were added.
     *
     * @return the verifier
     */
    public CredentialVerifier verifier() {
        return verifier;
    }

    /**
     * Returns the tenants by their tokens.
     *
     * @return the tenant tokens
     */
    public TenantTokens tenants() {
        return tenants;
    }

    /**
     * Returns what counts failed logins, and calls where several nodes count together.
     *
     * @return the limiter
     */
    public RateLimiter limiter() {
        return limiter;
    }

    /**
     * Returns where decisions are kept.
     *
     * @return the audit log
     */
    public AuditLog audit() {
        return audit;
    }

    /**
     * Returns the clock that decides about expiry.
     *
     * @return the clock
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Closes the shared store, if there is one.
     *
     * <p>An identity that was read from a file is closed with the first of the application's filters that the container
     * takes out of service. Close one that was made in code when the application stops.
     */
    @Override
    public void close() {
        store.ifPresent(SharedStore::close);
    }

    /** Ends what {@link #find} loaded; an identity that the application published is the application's to close. */
    static void end(ServletContext context) {
        if (context.getAttribute(LOADED) instanceof IdentityContext loaded) {
            context.removeAttribute(LOADED);
            loaded.close();
        }
    }

    /** Finds the identity that the context has or names. */
    static Optional<IdentityContext> find(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof IdentityContext known) {
            return Optional.of(known);
        }
        return Optional.ofNullable(context.getInitParameter(CONTEXT_PARAMETER)).map(file -> load(context, file));
    }

    /** Containers start filters one after the other; the lock is for applications that ask from threads of their own. */
    private static synchronized IdentityContext load(ServletContext context, String file) {
        if (context.getAttribute(ATTRIBUTE) instanceof IdentityContext known) {
            return known;
        }
        boolean demo = "true".equals(context.getInitParameter(DEMO_PARAMETER));
        IdentityContext identity = IdentityFile.load(context, file, demo);
        identity.publish(context);
        context.setAttribute(LOADED, identity);
        return identity;
    }
}
