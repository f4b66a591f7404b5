/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.token.TokenHash;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemorySessionStoreTest {
    private static final Instant T = Instant.parse("2026-11-22T12:00:00Z");
    private static final SessionId ID = new SessionId("0123456789abcdef0123456789abcdef");

    private final InMemorySessionStore store = new InMemorySessionStore();

    @Test
    void replaceDependsOnTheVersionBefore() {
        store.add(session(0));
        assertThat(store.replace(session(2)), is(false));
        assertThat(store.replace(session(1)), is(true));
        assertThat(store.replace(session(1)), is(false));
        assertThat(store.find(ID).map(Session::version), is(Optional.of(1L)));
    }

    @Test
    void aRemovedSessionIsNotRevived() {
        store.add(session(0));
        store.remove(ID);
        assertThat(store.replace(session(1)), is(false));
        store.touch(ID, T.plusSeconds(1));
        assertThat(store.find(ID), is(Optional.empty()));
    }

    @Test
    void aTouchMovesForwardAndNeverBack() {
        store.add(session(0));
        store.touch(ID, T.plusSeconds(5));
        store.touch(ID, T.plusSeconds(3));
        assertThat(store.find(ID).map(Session::lastUsed), is(Optional.of(T.plusSeconds(5))));
        assertThat(store.find(ID).map(Session::version), is(Optional.of(0L)));
    }

    @Test
    void anIdIsUsedOnce() {
        store.add(session(0));
        assertThrows(IllegalStateException.class, () -> store.add(session(0)));
    }

    private static Session session(long version) {
        TokenHash hash = TokenHash.of(new Secret("x"));
        return new Session(ID, "1", version, hash, T.plusSeconds(60), hash, Optional.empty(), T, T, T.plusSeconds(600));
    }
}
