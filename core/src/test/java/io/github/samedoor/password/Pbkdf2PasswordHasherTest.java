/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.credential.Secret;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pbkdf2PasswordHasherTest {
    private final Pbkdf2PasswordHasher hasher = new Pbkdf2PasswordHasher(1000, new SecureRandom());

    @Test
    void theStandardHasherHasSixHundredThousandIterationsAndASaltOfSixteenBytes() {
        assertThat(
                new Pbkdf2PasswordHasher().dummy().encoded(),
                matchesPattern("\\$pbkdf2-sha256\\$i=600000\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"));
    }

    @Test
    void aKnownHashIsVerified() {
        // PBKDF2-HMAC-SHA256 of "password" with salt "saltsaltsaltsalt", 4096 iterations, by another implementation
        PasswordHash known = new PasswordHash(
                "$pbkdf2-sha256$i=4096$c2FsdHNhbHRzYWx0c2FsdA$FuNbErQfRlymTQaVeNdQBZd1zK1d861T1rIErLEi0e4");
        assertThat(hasher.verify(new Secret("password"), known), is(true));
        assertThat(hasher.verify(new Secret("Password"), known), is(false));
    }

    @Test
    void anyTextCanBeAPassword() {
        Secret password = new Secret("p\u00e4ssw\u00f6rd \ud83d\udd11 ".repeat(20));
        assertThat(hasher.verify(password, hasher.hash(password)), is(true));
        assertThat(hasher.verify(new Secret(""), hasher.hash(password)), is(false));
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(hasher.hash(new Secret("a")), is(not(hasher.hash(new Secret("a")))));
    }

    @Test
    void aWeakerHashNeedsToBeMadeAgain() {
        PasswordHash weak = new Pbkdf2PasswordHasher(999, new SecureRandom()).hash(new Secret("a"));
        assertThat(hasher.needsRehash(weak), is(true));
        assertThat(hasher.needsRehash(hasher.hash(new Secret("a"))), is(false));
        assertThat(hasher.needsRehash(new PasswordHash("$argon2id$x")), is(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$pbkdf2-sha256$i=0$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$pbkdf2-sha256$i=99999999$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$pbkdf2-sha256$i=1000$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void anotherFormIsNotRead(String text) {
        assertThat(hasher.reads(new PasswordHash(text)), is(false));
        assertThrows(IllegalArgumentException.class, () -> hasher.verify(new Secret("a"), new PasswordHash(text)));
    }

    @Test
    void aHashDoesNotShowItself() {
        assertThat(hasher.hash(new Secret("a")).toString(), is("(password hash)"));
    }
}
