/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password.argon2;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.password.PasswordHash;
import io.github.samedoor.password.PasswordHasher;
import io.github.samedoor.password.PasswordHashers;
import io.github.samedoor.password.Pbkdf2PasswordHasher;
import java.security.SecureRandom;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHasherTest {
    private static final Secret RIGHT = new Secret("p\u00e4ssw\u00f6rd \ud83d\udd11 ".repeat(20));

    private final Argon2PasswordHasher quick = with(new Argon2Cost(256, 2, 1));

    @Test
    void theStandardCostIsNineteenMebibytesInTwoPasses() {
        assertThat(
                new Argon2PasswordHasher().dummy().encoded(),
                matchesPattern("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"));
    }

    @Test
    void whatTheReferenceImplementationMadeIsVerified() {
        PasswordHash known = new PasswordHash(
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
        assertThat(quick.verify(new Secret("password"), known), is(true));
        assertThat(quick.verify(new Secret("Password"), known), is(false));
    }

    @Test
    void whatItHashesItVerifies() {
        PasswordHash hash = quick.hash(RIGHT);
        assertThat(quick.verify(RIGHT, hash), is(true));
        assertThat(quick.verify(new Secret(RIGHT.reveal() + "!"), hash), is(false));
        assertThat(quick.hash(RIGHT), is(not(hash)));
        assertThat(quick.verify(RIGHT, quick.dummy()), is(false));
    }

    @Test
    void lessMemoryOrFewerPassesNeedToBeMadeAgain() {
        assertThat(quick.needsRehash(with(new Argon2Cost(255, 2, 1)).hash(RIGHT)), is(true));
        assertThat(quick.needsRehash(with(new Argon2Cost(256, 1, 1)).hash(RIGHT)), is(true));
        assertThat(quick.needsRehash(quick.hash(RIGHT)), is(false));
        assertThat(quick.needsRehash(with(new Argon2Cost(512, 2, 1)).hash(RIGHT)), is(false));
        assertThat(quick.verify(RIGHT, with(new Argon2Cost(64, 1, 1)).hash(RIGHT)), is(true));
    }

    @Test
    void anOldHashIsFilledUpToTheWorkOfANewOne() {
        Argon2Cost standard = Argon2Cost.standard();
        assertThat(standard.without(new Argon2Cost(9728, 2, 1)), is(new Argon2Cost(9728, 2, 1)));
        assertThat(standard.without(new Argon2Cost(19_456, 1, 1)), is(new Argon2Cost(9728, 2, 1)));
        assertThat(standard.without(standard), is(new Argon2Cost(8, 2, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=999,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=99$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4\n"
            })
    void anotherFormOrACostOutOfBoundsIsNotRead(String encoded) {
        PasswordHash hash = new PasswordHash(encoded);
        assertThat(quick.reads(hash), is(false));
        assertThrows(IllegalArgumentException.class, () -> quick.verify(RIGHT, hash));
    }

    @Test
    void besidePbkdf2ItMakesTheNewHashes() {
        PasswordHasher pbkdf2 = new Pbkdf2PasswordHasher(10, new SecureRandom());
        PasswordHasher both = PasswordHashers.firstOf(List.of(quick, pbkdf2));
        PasswordHash old = pbkdf2.hash(RIGHT);
        assertThat(both.verify(RIGHT, old), is(true));
        assertThat(both.needsRehash(old), is(true));
        assertThat(quick.reads(both.hash(RIGHT)), is(true));
    }

    @Test
    void itIsFoundWhereItIsPresent() {
        assertThat(
                ServiceLoader.load(PasswordHasher.class).findFirst().orElseThrow(),
                instanceOf(Argon2PasswordHasher.class));
    }

    private static Argon2PasswordHasher with(Argon2Cost cost) {
        return new Argon2PasswordHasher(cost, new SecureRandom());
    }
}
