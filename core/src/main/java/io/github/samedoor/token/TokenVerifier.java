/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.token;

import io.github.samedoor.credential.Credential;
import io.github.samedoor.credential.CredentialVerifier;
import io.github.samedoor.credential.Verification;
import io.github.samedoor.identity.CallerDirectory;
import java.time.Clock;
import java.util.Optional;

/**
 * Verifies static bearer tokens and API keys against a registry.
 *
 * <p>A credential is good under its own scheme only. Thread-safe.
 */
public final class TokenVerifier implements CredentialVerifier {
    private final TokenRegistry registry;
    private final CallerDirectory callers;
    private final Clock clock;

    /**
     * Makes a verifier.
     *
     * @param registry the tokens
     * @param callers who their owners are
     * @param clock decides about expiry
     */
    public TokenVerifier(TokenRegistry registry, CallerDirectory callers, Clock clock) {
        this.registry = registry;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public Verification verify(Credential.Presented credential) {
        Optional<TokenKind> kind = kindOf(credential);
        if (kind.isEmpty()) {
            return new Verification.NotMine();
        }
        Optional<IssuedToken> issued = registry.find(TokenHash.of(credential.secret()));
        if (issued.isEmpty() || issued.get().kind() != kind.get()) {
            return new Verification.NotMine();
        }
        return verify(issued.get());
    }

    private Verification verify(IssuedToken token) {
        if (!token.isLive(clock.instant())) {
            return new Verification.Rejected();
        }
        return callers.caller(token.owner())
                .<Verification>map(
                        caller -> new Verification.Verified(caller, token.hash().id(), Optional.empty()))
                .orElseGet(Verification.Rejected::new);
    }

    private static Optional<TokenKind> kindOf(Credential.Presented credential) {
        if (credential instanceof Credential.Bearer) {
            return Optional.of(TokenKind.BEARER);
        }
        return credential instanceof Credential.ApiKey ? Optional.of(TokenKind.API_KEY) : Optional.empty();
    }
}
