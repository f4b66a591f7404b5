/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.session.Session;
import io.github.samedoor.session.SessionId;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.token.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session store does, whatever it is made of; {@link #a} and {@link #b} are two nodes that share it. */
public abstract class SessionStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    /** Returns the store as one node sees it. */
    protected abstract SessionStore a();

    /** Returns the store as another node sees it. */
    protected abstract SessionStore b();

    @BeforeEach
    void startEmpty() {
        a().removeAll();
    }

    @Test
    void keepsEveryFieldOfASession() {
        Session first = session("alice");
        a().add(first);
        assertThat(b().find(first.id()), is(Optional.of(first)));
        Session rotated = rotated(first);
        assertThat(a().replace(rotated), is(true));
        assertThat(b().find(first.id()), is(Optional.of(rotated)));
    }

    @Test
    void keepsUserIdsThatLookLikeItsOwnNotation() {
        for (String userId : new String[] {
            "", " ", "a b", "a\nb", "Zoë 🐟", "x'; DROP TABLE samedoor_session; --", "a\u001fb", "%", "[a", "("
        }) {
            Session session = session(userId);
            a().add(session);
            assertThat(b().find(session.id()), is(Optional.of(session)));
            assertThat(b().removeOf(userId), is(1));
        }
    }

    @Test
    void refusesASecondSessionOfOneId() {
        Session session = session("alice");
        a().add(session);
        assertThrows(IllegalStateException.class, () -> b().add(session));
    }

    @Test
    void replacesOnlyTheVersionBefore() {
        Session first = session("alice");
        a().add(first);
        Session second = rotated(first);
        assertThat(a().replace(second), is(true));
        assertThat("spent", b().replace(rotated(first)), is(false));
        assertThat(b().find(first.id()), is(Optional.of(second)));
        assertThat("skips one", b().replace(rotated(rotated(second))), is(false));
    }

    @Test
    void letsOneOfManyReplace() throws Exception {
        Session first = session("alice");
        a().add(first);
        long winners = Together.run(IntStream.range(0, 16)
                        .<Callable<Boolean>>mapToObj(
                                index -> () -> (index % 2 == 0 ? a() : b()).replace(rotated(first)))
                        .toList())
                .stream()
                .filter(won -> won)
                .count();
        assertThat(winners, is(1L));
    }

    @Test
    void bringsNoRemovedSessionBack() {
        Session first = session("alice");
        a().add(first);
        assertThat(a().remove(first.id()), is(true));
        assertThat(b().remove(first.id()), is(false));
        assertThat(b().replace(rotated(first)), is(false));
        b().touch(first.id(), NOW.plusSeconds(60));
        assertThat(b().find(first.id()), is(Optional.empty()));
        assertThat(b().all(), not(hasItem(first)));
    }

    @Test
    void notesUseForwardsOnlyAndKeepsTheVersion() {
        Session session = session("alice");
        a().add(session);
        a().touch(session.id(), NOW.plusSeconds(60));
        b().touch(session.id(), NOW.plusSeconds(30));
        assertThat(b().find(session.id()), is(Optional.of(session.usedAt(NOW.plusSeconds(60)))));
        assertThat(b().replace(rotated(session)), is(true));
    }

    @Test
    void removesWhatIsAUsersOwnAndCountsIt() {
        Session one = session("alice");
        Session two = session("alice");
        Session other = session("alice2");
        a().add(one);
        a().add(two);
        a().add(other);
        assertThat(b().removeOf("alice"), is(2));
        assertThat(a().all(), containsInAnyOrder(other));
        assertThat(b().removeOf("alice"), is(0));
    }

    @Test
    void removesEverythingAndCountsIt() {
        a().add(session("alice"));
        a().add(session("bob"));
        assertThat(b().removeAll(), is(2));
        assertThat(a().all().isEmpty(), is(true));
        assertThat(a().removeOf("alice"), is(0));
    }

    @Test
    void sweepsWhatIsOverAndNothingElse() {
        Session ended = session("alice");
        Session used = session("bob");
        a().add(ended);
        a().add(used);
        a().touch(used.id(), NOW.plusSeconds(100));
        Session fresh = at(session("carol"), NOW.plusSeconds(200));
        a().add(fresh);
        b().removeOver(NOW, NOW.plusSeconds(99));
        assertThat(a().find(ended.id()), is(Optional.empty()));
        assertThat(a().all(), containsInAnyOrder(used.usedAt(NOW.plusSeconds(100)), fresh));
        b().removeOver(used.ends(), NOW.minusSeconds(1));
        assertThat(a().all(), containsInAnyOrder(fresh));
        assertThat("out of the index too", a().removeOf("bob"), is(0));
    }

    private static Session session(String userId) {
        SessionId id = new SessionId(UUID.randomUUID().toString().replace("-", ""));
        return new Session(
                id,
                userId,
                0,
                hash(),
                NOW.plusSeconds(60),
                hash(),
                Optional.empty(),
                NOW,
                NOW,
                NOW.plus(Duration.ofHours(1)));
    }

    private static Session at(Session session, Instant when) {
        return new Session(
                session.id(),
                session.userId(),
                0,
                session.access(),
                when,
                session.refresh(),
                Optional.empty(),
                when,
                when,
                when.plus(Duration.ofHours(1)));
    }

    private static Session rotated(Session session) {
        Instant when = NOW.plusSeconds(session.version() + 61);
        return new Session(
                session.id(),
                session.userId(),
                session.version() + 1,
                hash(),
                when.plusSeconds(60),
                hash(),
                Optional.of(new Session.Rotation(session.refresh(), "5a".repeat(32), when)),
                session.started(),
                when,
                session.ends());
    }

    private static TokenHash hash() {
        return TokenHash.of(new Secret(UUID.randomUUID().toString()));
    }
}
