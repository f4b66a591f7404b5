/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.credential.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashersTest {
    private static final Secret RIGHT = new Secret("correct horse battery staple");
    private static final Secret WRONG = new Secret("wrong");

    private final CountingHasher old = new CountingHasher(10);
    private final CountingHasher modern = new CountingHasher(new PlainHasher());
    private final PasswordHasher both = PasswordHashers.firstOf(List.of(modern, old));

    @Test
    void theFirstMakesNewHashesAndTheOthersStillVerifyTheirs() {
        assertThat(both.hash(RIGHT).encoded(), startsWith("$plain$"));
        for (PasswordHash hash : List.of(both.hash(RIGHT), old.hash(RIGHT))) {
            assertThat(both.reads(hash), is(true));
            assertThat(both.verify(RIGHT, hash), is(true));
            assertThat(both.verify(WRONG, hash), is(false));
        }
    }

    @Test
    void aHashOfAnotherAlgorithmNeedsToBeMadeAgain() {
        assertThat(both.needsRehash(old.hash(RIGHT)), is(true));
        assertThat(both.needsRehash(both.hash(RIGHT)), is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "modern", "nobody"})
    void everyCheckDoesTheWorkOfEveryHasher(String whose) {
        PasswordHash hash = switch (whose) {
            case "old" -> old.hash(RIGHT);
            case "modern" -> modern.hash(RIGHT);
            default -> both.dummy();
        };
        both.verify(WRONG, hash);
        assertThat(List.of(modern.verified(), old.verified()), is(List.of(1, 1)));
    }

    @Test
    void nobodyMatchesADummyAndAnUnknownFormIsRefused() {
        assertThat(both.verify(RIGHT, both.dummy()), is(false));
        PasswordHash unknown = new PasswordHash("$unknown$x");
        assertThat(both.reads(unknown), is(false));
        assertThrows(IllegalArgumentException.class, () -> both.verify(RIGHT, unknown));
    }

    @Test
    void oneHasherAloneStaysAsItIs() {
        assertThat(PasswordHashers.firstOf(List.of(old)), instanceOf(CountingHasher.class));
        assertThrows(IllegalArgumentException.class, () -> PasswordHashers.firstOf(List.of()));
    }

    /** Another form of hash, quick because nothing here is about how slow it is. */
    private record PlainHasher() implements PasswordHasher {
        @Override
        public PasswordHash hash(Secret password) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.bytes());
                return new PasswordHash("$plain$" + HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean verify(Secret password, PasswordHash hash) {
            return hash(password).equals(hash);
        }

        @Override
        public boolean reads(PasswordHash hash) {
            return hash.encoded().startsWith("$plain$");
        }

        @Override
        public boolean needsRehash(PasswordHash hash) {
            return false;
        }

        @Override
        public PasswordHash dummy() {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            return new PasswordHash("$plain$" + HexFormat.of().formatHex(random));
        }
    }
}
