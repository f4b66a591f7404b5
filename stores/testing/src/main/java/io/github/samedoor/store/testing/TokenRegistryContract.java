/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.token.IssuedToken;
import io.github.samedoor.token.TokenHash;
import io.github.samedoor.token.TokenKind;
import io.github.samedoor.token.TokenRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a token registry does, whatever it is made of; {@link #a} and {@link #b} are two nodes that share it. */
public abstract class TokenRegistryContract {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    private final String owner = "owner-" + UUID.randomUUID();

    /** Returns the registry as one node sees it. */
    protected abstract TokenRegistry a();

    /** Returns the registry as another node sees it. */
    protected abstract TokenRegistry b();

    @Test
    void keepsEveryFieldOfAToken() {
        IssuedToken full = new IssuedToken(
                hash(),
                TokenKind.API_KEY,
                owner,
                "Nightly job, «ü»\n🐟",
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(60)),
                Optional.empty());
        IssuedToken bare = new IssuedToken(
                hash(), TokenKind.BEARER, owner, "", Optional.empty(), Optional.empty(), Optional.of(NOW));
        assertThat(a().add(full), is(true));
        assertThat(a().add(bare), is(true));
        assertThat(b().find(full.hash()), is(Optional.of(full)));
        assertThat(b().find(bare.hash()), is(Optional.of(bare)));
        assertThat(b().find(hash()), is(Optional.empty()));
    }

    @Test
    void addsAHashOnce() throws Exception {
        IssuedToken first = token("first");
        long added = Together.run(IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(index -> () -> (index % 2 == 0 ? a() : b()).add(first))
                        .toList())
                .stream()
                .filter(done -> done)
                .count();
        assertThat(added, is(1L));
        IssuedToken second = new IssuedToken(
                first.hash(), TokenKind.API_KEY, "mallory", "", Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(b().add(second), is(false));
        assertThat(a().find(first.hash()), is(Optional.of(first)));
    }

    @Test
    void revokesForGoodAndKeepsTheFirstMoment() {
        IssuedToken token = token("gone");
        a().add(token);
        assertThat(a().revoke(token.hash(), NOW), is(true));
        assertThat(b().revoke(token.hash(), NOW.plusSeconds(60)), is(true));
        assertThat(b().find(token.hash()), is(Optional.of(token.revokedAt(NOW))));
        assertThat("back by a second add", b().add(token), is(false));
        assertThat(a().find(token.hash()), is(Optional.of(token.revokedAt(NOW))));
        assertThat("unknown", a().revoke(hash(), NOW), is(false));
    }

    @Test
    void listsInTheOrderOfMaking() {
        IssuedToken first = token("first");
        IssuedToken second = token("second");
        IssuedToken third = token("third");
        a().add(first);
        b().add(second);
        a().add(third);
        a().revoke(second.hash(), NOW);
        assertThat(b().ownedBy(owner), contains(first, second.revokedAt(NOW), third));
        assertThat(b().all(), hasItem(third));
        assertThat(b().ownedBy(owner + "x").isEmpty(), is(true));
    }

    private IssuedToken token(String label) {
        return new IssuedToken(
                hash(), TokenKind.BEARER, owner, label, Optional.of(NOW), Optional.empty(), Optional.empty());
    }

    private static TokenHash hash() {
        return TokenHash.of(new Secret(UUID.randomUUID().toString()));
    }
}
