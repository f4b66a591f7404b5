/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.credential.Credential;
import io.github.samedoor.credential.CredentialReader;
import io.github.samedoor.credential.CredentialScheme;
import io.github.samedoor.credential.CredentialVerifier;
import io.github.samedoor.credential.Verification;
import io.github.samedoor.identity.RoleModel;
import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.session.SessionId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recognises the caller by the Authorization header and tells the application, through the request's own methods.
 *
 * <p>A request without a credential goes on anonymously: a {@link RoleFilter} or the application decides what it may do.
 * A credential that isn't accepted is refused with 401 here, or, with {@code invalid-credential} set to
 * {@code anonymous}, goes on anonymously and is refused with the same answer by the {@link RoleFilter} of a route that
 * needs a caller; so a public route stays open to somebody whose token has just expired. A header that can't be read
 * without guessing is always refused, with 400.
 *
 * <p>A credential that came over plain HTTP from another machine is refused with 403, good or not, because others may have
 * read it: see {@link SecureTransport}.
 *
 * <p>Init-params, all optional:
 *
 * <ul>
 *   <li>{@code realm}: the realm of the challenges, {@code samedoor} by default
 *   <li>{@code schemes}: the schemes that are offered, {@code Bearer,ApiKey} by default; {@code Name=class} adds a
 *       {@link CredentialScheme} with a public constructor without arguments
 *   <li>{@code invalid-credential}: {@code refuse} (default) or {@code anonymous}
 *   <li>{@code no-credential}: {@code anonymous} (default) or {@code refuse}
 * </ul>
 *
 * <p>Users, tokens and sessions come from the application's {@link IdentityContext}. Every dispatch is judged anew, under
 * every dispatcher type; an identity never outlives its dispatch. Thread-safe.
 */
public final class AuthenticationFilter extends ConfiguredFilter<AuthenticationFilter.Desk> {
    /** What becomes of a request that has no accepted credential. */
    public enum Otherwise {
        /** It is refused here. */
        REFUSE,
        /** It goes on without a caller. */
        ANONYMOUS
    }

    /**
     * The settings of the filter.
     *
     * @param verifier turns credentials into callers
     * @param roles what the callers' roles imply
     * @param realm the realm of the challenges
     * @param schemes the schemes that are offered, by name
     * @param invalidCredential what becomes of a credential that isn't accepted
     * @param noCredential what becomes of a request that shows none
     */
    public record Settings(
            CredentialVerifier verifier,
            RoleModel roles,
            String realm,
            Map<String, CredentialScheme> schemes,
            Otherwise invalidCredential,
            Otherwise noCredential) {
        /** Keeps a copy of the schemes, in their order. */
        public Settings {
            schemes = Collections.unmodifiableMap(new LinkedHashMap<>(schemes));
        }

        /**
         * Returns the settings that an empty {@code web.xml} entry has.
         *
         * @param identity the application's identity
         * @return the settings
         */
        public static Settings of(IdentityContext identity) {
            return new Settings(
                    identity.verifier(),
                    identity.roles(),
                    Challenges.DEFAULT_REALM,
                    SchemeNames.standard(),
                    Otherwise.REFUSE,
                    Otherwise.ANONYMOUS);
        }
    }

    private static final String REALM = "realm";
    private static final String SCHEMES = "schemes";
    private static final String INVALID_CREDENTIAL = "invalid-credential";
    private static final String NO_CREDENTIAL = "no-credential";

    /** Makes a filter that is configured by init-params. */
    public AuthenticationFilter() {}

    /**
     * Makes a filter that is configured in code.
     *
     * @param settings the settings
     */
    public AuthenticationFilter(Settings settings) {
        super(new Desk(settings));
    }

    /** The settings, and what is made of them once. */
    record Desk(Settings settings, CredentialReader reader, Challenges challenges) {
        Desk(Settings settings) {
            this(
                    settings,
                    new CredentialReader(settings.schemes()),
                    new Challenges(
                            settings.realm(), List.copyOf(settings.schemes().keySet())));
        }
    }

    @Override
    Set<String> parameters() {
        return Set.of(REALM, SCHEMES, INVALID_CREDENTIAL, NO_CREDENTIAL);
    }

    @Override
    Desk configure(InitParameters parameters) {
        IdentityContext identity = IdentityContext.of(parameters.context());
        List<String> schemes = parameters.list(SCHEMES);
        return new Desk(new Settings(
                identity.verifier(),
                identity.roles(),
                parameters.text(REALM).orElse(Challenges.DEFAULT_REALM),
                schemes.isEmpty() ? SchemeNames.standard() : SchemeNames.read(schemes),
                parameters.choice(
                        INVALID_CREDENTIAL,
                        List.of(Map.entry("refuse", Otherwise.REFUSE), Map.entry("anonymous", Otherwise.ANONYMOUS))),
                parameters.choice(
                        NO_CREDENTIAL,
                        List.of(Map.entry("anonymous", Otherwise.ANONYMOUS), Map.entry("refuse", Otherwise.REFUSE)))));
    }

    @Override
    void started(Desk desk, FilterConfig config) {
        SecureTransport.isAllowed(config.getServletContext()); // a malformed setting stops the start
    }

    /** What was found out about a request. */
    private sealed interface Outcome {
        record Known(Authentication authentication) implements Outcome {}

        record Unknown(Refusal refusal, Otherwise then) implements Outcome {}
    }

    @Override
    void filter(Desk desk, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Outcome outcome = outcome(desk, request);
        if (outcome instanceof Outcome.Known known) {
            AuditTrail.of(request).ifPresent(trail -> trail.authenticated(known.authentication()));
            chain.doFilter(
                    new CallerRequest(
                            request, known.authentication(), desk.settings().roles(), desk.challenges()),
                    response);
        } else if (outcome instanceof Outcome.Unknown unknown && unknown.then() == Otherwise.ANONYMOUS) {
            chain.doFilter(new AnonymousRequest(request, unknown.refusal(), desk.challenges()), response);
        } else if (outcome instanceof Outcome.Unknown unknown) {
            unknown.refusal().send(request, response);
        }
    }

    private static Outcome outcome(Desk desk, HttpServletRequest request) {
        Credential credential = desk.reader().read(headers(request));
        if (!(credential instanceof Credential.None) && !SecureTransport.protects(request)) {
            return new Outcome.Unknown(new Refusal(403, SecureTransport.COMPLAINT, List.of()), Otherwise.REFUSE);
        }
        if (credential instanceof Credential.Presented presented) {
            return verified(desk, presented, request);
        }
        if (credential instanceof Credential.Malformed malformed) {
            return new Outcome.Unknown(desk.challenges().malformed(malformed.problem()), Otherwise.REFUSE);
        }
        return credential instanceof Credential.None
                ? new Outcome.Unknown(
                        desk.challenges().noCredential(), desk.settings().noCredential())
                : new Outcome.Unknown(
                        desk.challenges().unsupported(), desk.settings().invalidCredential());
    }

    private static Outcome verified(Desk desk, Credential.Presented credential, HttpServletRequest request) {
        try {
            Verification verification = desk.settings().verifier().verify(credential);
            if (verification instanceof Verification.Verified verified) {
                return new Outcome.Known(new Authentication(
                        verified.caller(),
                        credential.scheme(),
                        verified.tokenId(),
                        verified.session().map(SessionId::new)));
            }
            return new Outcome.Unknown(
                    desk.challenges().rejected(credential), desk.settings().invalidCredential());
        } catch (StoreUnavailableException e) {
            request.getServletContext().log("No credential can be verified at the moment", e);
            return new Outcome.Unknown(Refusal.unavailable(), desk.settings().invalidCredential());
        }
    }

    private static List<String> headers(HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders("Authorization");
        return values == null ? List.of() : Collections.list(values);
    }
}
