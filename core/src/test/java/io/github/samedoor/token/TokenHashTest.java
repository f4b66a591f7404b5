/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.token;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.credential.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHashTest {
    /** The SHA-256 of "abc", from FIPS 180-2 appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theHashIsSha256() {
        assertThat(TokenHash.of(new Secret("abc")).hex(), is(ABC));
    }

    @Test
    void theIdIsTheFirstEightDigitsAndAllThatIsShown() {
        assertThat(TokenHash.of(new Secret("abc")).id(), is("ba7816bf"));
        assertThat(TokenHash.of(new Secret("abc")).toString(), is("ba7816bf"));
    }

    @Test
    void aStoredHashEqualsAComputedOne() {
        TokenHash stored = TokenHash.ofHex("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
        assertThat(stored, is(TokenHash.of(new Secret("abc"))));
        assertThat(stored.hashCode(), is(TokenHash.of(new Secret("abc")).hashCode()));
    }

    @Test
    void hashesThatDifferInTheLastDigitAreNotEqual() {
        assertThat(TokenHash.ofHex(ABC.substring(0, 63) + 'e'), is(not(TokenHash.ofHex(ABC))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "zz7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"})
    void anotherTextIsRefusedWithTheMend(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> TokenHash.ofHex(text));
        assertThat(e.getMessage(), containsString("sha256sum"));
    }
}
