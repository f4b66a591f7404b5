/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.github.samedoor.credential.Credential;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.credential.Verification;
import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.Role;
import io.github.samedoor.session.RefreshResult.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class SessionIssuerTest {
    private final MovingClock clock = new MovingClock();
    private final InMemorySessionStore store = new InMemorySessionStore();
    private final Map<String, Caller> callers = new ConcurrentHashMap<>(Map.of("1", alice("user"), "2", bob()));
    private final SessionIssuer issuer = new SessionIssuer(
            store, id -> Optional.ofNullable(callers.get(id)), SessionLifetimes.standard(), clock, new SecureRandom());
    private final SessionVerifier verifier = new SessionVerifier(issuer, id -> Optional.ofNullable(callers.get(id)));

    @Test
    void aLoginGivesTwoTokensOf256BitsAndMore() {
        SessionTokens tokens = issuer.issue("1");
        assertThat(tokens.access().reveal(), startsWith("session-"));
        assertThat(tokens.access().reveal().length(), is("session-".length() + 64));
        assertThat(tokens.refresh().reveal(), startsWith("refresh-"));
        assertThat(tokens.expiresIn(), is(Duration.ofHours(1)));
        assertThat(tokens.toString(), not(containsString(tokens.access().reveal())));
    }

    @Test
    void noTwoTokensAreAlike() {
        Set<Secret> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            SessionTokens tokens = issuer.issue("1");
            seen.add(tokens.access());
            seen.add(tokens.refresh());
            seen.add(rotated(tokens.refresh()).access());
        }
        assertThat(seen, hasSize(300));
    }

    @Test
    void theStoreHoldsNoToken() {
        SessionTokens first = issuer.issue("1");
        SessionTokens second = rotated(first.refresh());
        String stored = store.all().toString();
        assertThat(stored, not(containsString(second.access().reveal().substring(8))));
        assertThat(stored, not(containsString(second.refresh().reveal().substring(8))));
        assertThat(stored, not(containsString("salt")));
    }

    @Test
    void theAccessTokenFindsItsSessionAndNothingElseDoes() {
        SessionTokens tokens = issuer.issue("1");
        String text = tokens.access().reveal();
        assertThat(issuer.find(tokens.access()).map(Session::id), is(Optional.of(tokens.id())));
        assertThat(issuer.find(tokens.refresh()), is(Optional.empty()));
        assertThat(issuer.find(changedAt(text, text.length() - 1)), is(Optional.empty()));
        assertThat(issuer.find(changedAt(text, "session-".length())), is(Optional.empty()));
        assertThat(issuer.find(new Secret(text + "A")), is(Optional.empty()));
        assertThat(issuer.find(new Secret("session-")), is(Optional.empty()));
        assertThat(issuer.find(new Secret("session-" + "*".repeat(64))), is(Optional.empty()));
    }

    @Test
    void rolesAreThoseOfTheMoment() {
        SessionTokens tokens = issuer.issue("1");
        callers.put("1", alice("admin"));
        Verification now = verifier.verify(new Credential.Bearer(tokens.access()));
        assertThat(((Verification.Verified) now).caller().roles(), is(Set.of(new Role("admin"))));
    }

    @Test
    void aDisabledUserIsOutOnTheNextCallAndCanNotRefresh() {
        SessionTokens tokens = issuer.issue("1");
        callers.remove("1");
        assertThat(verifier.verify(new Credential.Bearer(tokens.access())), is(new Verification.Rejected()));
        assertThat(issuer.refresh(tokens.refresh()), is(new RefreshResult.Refused(Reason.NO_CALLER)));
    }

    @Test
    void theVerifierClaimsItsPrefixUnderBearerAlone() {
        SessionTokens tokens = issuer.issue("1");
        assertThat(verifier.verify(new Credential.ApiKey(tokens.access())), is(new Verification.NotMine()));
        assertThat(verifier.verify(new Credential.Bearer(new Secret("other"))), is(new Verification.NotMine()));
        assertThat(verifier.verify(new Credential.Bearer(new Secret("session-x"))), is(new Verification.Rejected()));
    }

    @Test
    void theAccessTokenEndsAfterAnHourOfUse() {
        SessionTokens tokens = issuer.issue("1");
        for (int i = 0; i < 3; i++) {
            clock.move(Duration.ofMinutes(15));
            assertThat(issuer.find(tokens.access()).isPresent(), is(true));
        }
        clock.move(Duration.ofMinutes(15));
        assertThat(issuer.find(tokens.access()), is(Optional.empty()));
        assertThat(issuer.refresh(tokens.refresh()), instanceOf(RefreshResult.Rotated.class));
    }

    @Test
    void anIdleSessionEndsAfterThirtyMinutes() {
        SessionTokens tokens = issuer.issue("1");
        clock.move(Duration.ofMinutes(30));
        assertThat(issuer.find(tokens.access()), is(Optional.empty()));
        assertThat(issuer.refresh(tokens.refresh()), is(new RefreshResult.Refused(Reason.UNKNOWN)));
    }

    @Test
    void anIdleSessionCanNotBeRefreshed() {
        SessionTokens tokens = issuer.issue("1");
        clock.move(Duration.ofMinutes(30));
        assertThat(issuer.refresh(tokens.refresh()), is(new RefreshResult.Refused(Reason.ENDED)));
    }

    @Test
    void noRefreshCarriesALoginBeyondTwelveHours() {
        SessionTokens tokens = issuer.issue("1");
        for (int i = 0; i < 47; i++) {
            clock.move(Duration.ofMinutes(15));
            tokens = rotated(tokens.refresh());
        }
        assertThat(tokens.expiresIn(), is(Duration.ofMinutes(15)));
        clock.move(Duration.ofMinutes(15));
        assertThat(issuer.refresh(tokens.refresh()), is(new RefreshResult.Refused(Reason.ENDED)));
    }

    @Test
    void aClockThatStepsBackRevivesNothing() {
        SessionTokens tokens = issuer.issue("1");
        clock.move(Duration.ofHours(13));
        assertThat(issuer.sessions(), hasSize(0));
        clock.move(Duration.ofHours(-13));
        assertThat(issuer.find(tokens.access()), is(Optional.empty()));
    }

    @Test
    void aRefreshEndsTheOldAccessTokenAndGivesTwoNewTokens() {
        SessionTokens old = issuer.issue("1");
        SessionTokens fresh = rotated(old.refresh());
        assertThat(fresh.access(), is(not(old.access())));
        assertThat(fresh.refresh(), is(not(old.refresh())));
        assertThat(fresh.id(), is(old.id()));
        assertThat(issuer.find(old.access()), is(Optional.empty()));
        assertThat(issuer.find(fresh.access()).isPresent(), is(true));
    }

    @Test
    void withinTheGraceTimeASpentTokenAnswersTheSameSuccessor() {
        SessionTokens old = issuer.issue("1");
        SessionTokens fresh = rotated(old.refresh());
        clock.move(Duration.ofSeconds(9));
        SessionTokens again = rotated(old.refresh());
        assertThat(again.access(), is(fresh.access()));
        assertThat(again.refresh(), is(fresh.refresh()));
        assertThat(again.expiresIn(), is(Duration.ofSeconds(3591)));
        assertThat(issuer.find(fresh.access()).isPresent(), is(true));
    }

    @Test
    void afterTheGraceTimeASpentTokenRevokesTheWholeLogin() {
        SessionTokens old = issuer.issue("1");
        SessionTokens fresh = rotated(old.refresh());
        clock.move(Duration.ofSeconds(10));
        assertThat(issuer.refresh(old.refresh()), is(new RefreshResult.Refused(Reason.REUSED)));
        assertThat(issuer.find(fresh.access()), is(Optional.empty()));
        assertThat(issuer.refresh(fresh.refresh()), is(new RefreshResult.Refused(Reason.UNKNOWN)));
    }

    @Test
    void graceIsForTheImmediatePredecessorAlone() {
        SessionTokens first = issuer.issue("1");
        SessionTokens second = rotated(first.refresh());
        SessionTokens third = rotated(second.refresh());
        assertThat(issuer.refresh(first.refresh()), is(new RefreshResult.Refused(Reason.REUSED)));
        assertThat(issuer.find(third.access()), is(Optional.empty()));
    }

    @Test
    void aReusedTokenLeavesOtherLoginsAlone() {
        SessionTokens other = issuer.issue("1");
        SessionTokens old = issuer.issue("1");
        rotated(old.refresh());
        clock.move(Duration.ofMinutes(1));
        issuer.refresh(old.refresh());
        assertThat(issuer.find(other.access()).isPresent(), is(true));
    }

    @Test
    void anAccessTokenIsNoRefreshTokenAndHarmsNothing() {
        SessionTokens tokens = issuer.issue("1");
        assertThat(issuer.refresh(tokens.access()), is(new RefreshResult.Refused(Reason.UNKNOWN)));
        Secret disguised = new Secret(tokens.access().reveal().replace("session-", "refresh-"));
        assertThat(issuer.refresh(new Secret("")), is(new RefreshResult.Refused(Reason.UNKNOWN)));
        assertThat(issuer.find(tokens.access()).isPresent(), is(true));
        assertThat(issuer.refresh(disguised), is(new RefreshResult.Refused(Reason.REUSED)));
    }

    @Test
    void revocationEndsBothTokens() {
        SessionTokens tokens = issuer.issue("1");
        assertThat(issuer.revoke(tokens.id()), is(true));
        assertThat(issuer.revoke(tokens.id()), is(false));
        assertThat(issuer.find(tokens.access()), is(Optional.empty()));
        assertThat(issuer.refresh(tokens.refresh()), is(new RefreshResult.Refused(Reason.UNKNOWN)));
    }

    @Test
    void allSessionsOfAUserOrOfEverybodyEndAtOnce() {
        issuer.issue("1");
        issuer.issue("1");
        SessionTokens bobs = issuer.issue("2");
        assertThat(issuer.revokeAllOf("1"), is(2));
        assertThat(issuer.sessions(), hasSize(1));
        assertThat(issuer.revokeAll(), is(1));
        assertThat(issuer.refresh(bobs.refresh()), is(new RefreshResult.Refused(Reason.UNKNOWN)));
    }

    @Test
    void sessionsThatAreOverFreeTheirSpace() {
        for (int i = 0; i < 10; i++) {
            issuer.issue("1");
        }
        clock.move(Duration.ofHours(1));
        assertThat(issuer.sessions(), hasSize(0));
        issuer.issue("2");
        assertThat(store.all(), hasSize(1));
    }

    private SessionTokens rotated(Secret refreshToken) {
        return ((RefreshResult.Rotated) issuer.refresh(refreshToken)).tokens();
    }

    private static Secret changedAt(String text, int index) {
        char other = text.charAt(index) == 'A' ? 'B' : 'A';
        return new Secret(text.substring(0, index) + other + text.substring(index + 1));
    }

    private static Caller alice(String role) {
        return new Caller("1", "alice", Set.of(new Role(role)), Optional.empty());
    }

    private static Caller bob() {
        return new Caller("2", "bob", Set.of(), Optional.empty());
    }
}
