/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.CallerDirectory;
import io.github.samedoor.session.RefreshResult;
import io.github.samedoor.session.SessionIssuer;
import io.github.samedoor.session.SessionLifetimes;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.session.SessionTokens;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What logins do on a store that two nodes share, {@link #a} and {@link #b}. */
public abstract class SessionIssuerContract {
    private static final int CHAINS = Integer.getInteger("samedoor.chains", 1_000);
    private static final int AT_ONCE = 20;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T10:00:00.123Z"));
    private final AtomicBoolean enabled = new AtomicBoolean(true);
    private final CallerDirectory callers = userId ->
            enabled.get() ? Optional.of(new Caller(userId, userId, Set.of(), Optional.empty())) : Optional.empty();

    /** Returns the store as one node sees it. */
    protected abstract SessionStore a();

    /** Returns the store as another node sees it. */
    protected abstract SessionStore b();

    @Test
    void aLoginOnOneNodeIsGoodOnTheOther() {
        SessionTokens tokens = issuer(a()).issue("alice");
        assertThat(issuer(b()).find(tokens.access()).isPresent(), is(true));
    }

    @Test
    void aRevocationOnOneNodeCountsOnTheNextCallOfTheOther() {
        SessionTokens one = issuer(a()).issue("alice");
        SessionTokens two = issuer(a()).issue("alice");
        SessionTokens three = issuer(a()).issue("bob");
        issuer(b()).revoke(one.id());
        assertThat(issuer(a()).find(one.access()), is(Optional.empty()));
        issuer(b()).revokeAllOf("alice");
        assertThat(issuer(a()).find(two.access()), is(Optional.empty()));
        assertThat(issuer(a()).find(three.access()).isPresent(), is(true));
        issuer(b()).revokeAll();
        assertThat(issuer(a()).find(three.access()), is(Optional.empty()));
        assertThat(issuer(a()).refresh(three.refresh()), is(refused(RefreshResult.Reason.UNKNOWN)));
    }

    @Test
    void aRefreshOnOneNodeEndsTheOldAccessTokenOnTheOther() {
        SessionTokens old = issuer(a()).issue("alice");
        SessionTokens next = rotated(issuer(b()).refresh(old.refresh()));
        assertThat(issuer(a()).find(old.access()), is(Optional.empty()));
        assertThat(issuer(a()).find(next.access()).isPresent(), is(true));
    }

    @Test
    void theLastSpentTokenAnswersItsOneSuccessorWithinTheGraceTimeOnAnyNode() {
        SessionTokens first = issuer(a()).issue("alice");
        SessionTokens second = rotated(issuer(a()).refresh(first.refresh()));
        clock.pass(Duration.ofSeconds(9));
        assertThat(
                rotated(issuer(b()).refresh(first.refresh())).refresh().reveal(),
                is(second.refresh().reveal()));
        clock.pass(Duration.ofSeconds(2));
        assertThat(issuer(b()).refresh(first.refresh()), is(refused(RefreshResult.Reason.REUSED)));
        assertThat(issuer(a()).find(second.access()), is(Optional.empty()));
        assertThat(issuer(a()).refresh(second.refresh()), is(refused(RefreshResult.Reason.UNKNOWN)));
    }

    @Test
    void anOlderSpentTokenRevokesTheFamilyEvenWithinTheGraceTime() {
        SessionTokens first = issuer(a()).issue("alice");
        SessionTokens second = rotated(issuer(a()).refresh(first.refresh()));
        SessionTokens third = rotated(issuer(b()).refresh(second.refresh()));
        assertThat(issuer(b()).refresh(first.refresh()), is(refused(RefreshResult.Reason.REUSED)));
        assertThat(issuer(a()).find(third.access()), is(Optional.empty()));
    }

    @Test
    void aLoginEndsWhenItIsIdleOrTooOld() {
        SessionTokens idle = issuer(a()).issue("alice");
        clock.pass(Duration.ofMinutes(31));
        assertThat(issuer(b()).find(idle.access()), is(Optional.empty()));

        SessionTokens busy = issuer(a()).issue("alice");
        for (int i = 0; i < 24; i++) {
            clock.pass(Duration.ofMinutes(29));
            busy = rotated(issuer(b()).refresh(busy.refresh()));
        }
        clock.pass(Duration.ofMinutes(25));
        assertThat(issuer(b()).refresh(busy.refresh()), is(refused(RefreshResult.Reason.ENDED)));
    }

    @Test
    void aDisabledUserHasNoLoginOnTheNextCall() {
        SessionTokens tokens = issuer(a()).issue("alice");
        enabled.set(false);
        assertThat(issuer(b()).refresh(tokens.refresh()), is(refused(RefreshResult.Reason.NO_CALLER)));
        assertThat(issuer(a()).find(tokens.access()), is(Optional.empty()));
    }

    @Test
    void manyRefreshesAtOnceGetOneSuccessorInEachOfManyChains() throws Exception {
        List<SessionIssuer> nodes = List.of(issuer(a()), issuer(b()));
        List<SessionTokens> chains = IntStream.range(0, CHAINS)
                .mapToObj(chain -> nodes.get(0).issue("alice"))
                .toList();
        CyclicBarrier round = new CyclicBarrier(AT_ONCE);
        List<List<String>> answers = Together.run(IntStream.range(0, AT_ONCE)
                .<Callable<List<String>>>mapToObj(client -> () -> {
                    List<String> successors = new ArrayList<>();
                    for (SessionTokens tokens : chains) {
                        round.await(30, TimeUnit.SECONDS);
                        successors.add(rotated(nodes.get(client % 2).refresh(tokens.refresh()))
                                .refresh()
                                .reveal());
                    }
                    return successors;
                })
                .toList());
        assertThat("each client got the same in each chain", new HashSet<>(answers), hasSize(1));
        assertThat("no chain got another's", new HashSet<>(answers.get(0)), hasSize(CHAINS));
        chains.forEach(tokens -> assertThat(a().find(tokens.id()).orElseThrow().version(), is(1L)));
    }

    private SessionIssuer issuer(SessionStore store) {
        return new SessionIssuer(store, callers, SessionLifetimes.standard(), clock, new SecureRandom());
    }

    private static RefreshResult refused(RefreshResult.Reason reason) {
        return new RefreshResult.Refused(reason);
    }

    private static SessionTokens rotated(RefreshResult result) {
        assertThat(result, instanceOf(RefreshResult.Rotated.class));
        return ((RefreshResult.Rotated) result).tokens();
    }
}
