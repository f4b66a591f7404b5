/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.credential.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "\u00e4\u00f6\u00fc\u00df\u20ac\ud83d\udd11 Schl\u00fcssel",
                "aaaaaaaaaaaaaab"
            })
    void anyCharactersWillDoIfThereAreEnough(String password) {
        assertThat(PasswordPolicy.complaint(new Secret(password), "alice").isEmpty(), is(true));
    }

    @ParameterizedTest
    @CsvSource({
        "password123, too short",
        "admin123, too short",
        "'\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11', too short",
        "aaaaaaaaaaaaaaaaaaaa, repeats itself",
        "passwordPASSWORDpass, repeats itself",
        "12345678901234567890, repeats itself",
        "abcdefghijklmnopqrst, repeats itself",
        "margaret-margaret-1!, the user's name",
    })
    void whatIsGuessedFirstIsRefused(String password, String complaint) {
        assertThat(PasswordPolicy.complaint(new Secret(password), "Margaret").orElse(""), containsString(complaint));
    }

    @Test
    void theLimitIsInBytes() {
        String longest = "\u00e9b".repeat(340) + "abcd";
        assertThat(PasswordPolicy.complaint(new Secret(longest), "").isEmpty(), is(true));
        assertThat(PasswordPolicy.complaint(new Secret(longest + "a"), "").orElse(""), containsString("too long"));
    }
}
