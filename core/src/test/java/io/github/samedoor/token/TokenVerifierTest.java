/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.token;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.credential.Credential;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.credential.Verification;
import io.github.samedoor.identity.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Caller ALICE = new Caller("1", "alice", Set.of(), Optional.empty());
    private static final Secret TOKEN = new Secret("t-1");
    private static final Secret KEY = new Secret("k-1");

    private final InMemoryTokenRegistry registry = new InMemoryTokenRegistry();
    private final TokenVerifier verifier = new TokenVerifier(
            registry, id -> id.equals("1") ? Optional.of(ALICE) : Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aLiveTokenIsVerified() {
        registry.add(token(TOKEN, TokenKind.BEARER, "1", Optional.of(NOW.plusSeconds(1))));
        assertThat(
                verifier.verify(new Credential.Bearer(TOKEN)),
                is(new Verification.Verified(ALICE, TokenHash.of(TOKEN).id(), Optional.empty())));
    }

    @Test
    void aCredentialIsGoodUnderItsOwnSchemeOnly() {
        registry.add(token(TOKEN, TokenKind.BEARER, "1", Optional.empty()));
        registry.add(token(KEY, TokenKind.API_KEY, "1", Optional.empty()));
        assertThat(verifier.verify(new Credential.ApiKey(TOKEN)), is(new Verification.NotMine()));
        assertThat(verifier.verify(new Credential.Bearer(KEY)), is(new Verification.NotMine()));
        assertThat(verifier.verify(new Credential.ApiKey(KEY)) instanceof Verification.Verified, is(true));
    }

    @Test
    void aTokenEndsAtItsExpiry() {
        registry.add(token(TOKEN, TokenKind.BEARER, "1", Optional.of(NOW)));
        assertThat(verifier.verify(new Credential.Bearer(TOKEN)), is(new Verification.Rejected()));
    }

    @Test
    void aRevokedTokenIsRejectedAtOnce() {
        registry.add(token(TOKEN, TokenKind.BEARER, "1", Optional.empty()));
        assertThat(registry.revoke(TokenHash.of(TOKEN), NOW), is(true));
        assertThat(verifier.verify(new Credential.Bearer(TOKEN)), is(new Verification.Rejected()));
    }

    @Test
    void aTokenWhoseOwnerMayNotCallIsRejected() {
        registry.add(token(TOKEN, TokenKind.BEARER, "2", Optional.empty()));
        assertThat(verifier.verify(new Credential.Bearer(TOKEN)), is(new Verification.Rejected()));
    }

    @Test
    void anUnknownOrCustomCredentialIsLeftToOthers() {
        assertThat(verifier.verify(new Credential.Bearer(TOKEN)), is(new Verification.NotMine()));
        assertThat(verifier.verify(new Credential.Custom("Hmac", TOKEN)), is(new Verification.NotMine()));
    }

    @Test
    void theRegistryKeepsTheFirstOfTwoEqualHashesAndTheOrder() {
        IssuedToken first = token(TOKEN, TokenKind.BEARER, "1", Optional.empty());
        assertThat(registry.add(first), is(true));
        assertThat(registry.add(token(TOKEN, TokenKind.BEARER, "2", Optional.empty())), is(false));
        IssuedToken second = token(KEY, TokenKind.API_KEY, "2", Optional.empty());
        registry.add(second);
        assertThat(registry.all(), is(List.of(first, second)));
        assertThat(registry.ownedBy("2"), is(List.of(second)));
        assertThat(registry.revoke(TokenHash.of(new Secret("other")), NOW), is(false));
    }

    private static IssuedToken token(Secret secret, TokenKind kind, String owner, Optional<Instant> expires) {
        return new IssuedToken(TokenHash.of(secret), kind, owner, "", Optional.empty(), expires, Optional.empty());
    }
}
