/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.credential;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialReaderTest {
    private static final Credential BAD_VALUE = new Credential.Malformed(Credential.Problem.BAD_VALUE);

    private final CredentialReader reader = CredentialReader.standard();

    @Test
    void noHeaderIsNoCredential() {
        assertThat(reader.read(List.of()), is(new Credential.None()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc-._~+/==", "bearer abc-._~+/==", "BEARER   abc-._~+/=="})
    void aBearerTokenIsReadWhateverTheCaseOfItsScheme(String header) {
        assertThat(reader.read(List.of(header)), is(new Credential.Bearer(new Secret("abc-._~+/=="))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ApiKey k1", "apikey k1", "APIKEY k1"})
    void anApiKeyIsReadWhateverTheCaseOfItsScheme(String header) {
        assertThat(reader.read(List.of(header)), is(new Credential.ApiKey(new Secret("k1"))));
    }

    @Test
    void twoHeadersAreNeverChosenFrom() {
        assertThat(
                reader.read(List.of("Bearer a", "Bearer a")),
                is(new Credential.Malformed(Credential.Problem.SEVERAL_HEADERS)));
    }

    @Test
    void aHeaderIsReadUpToItsLimitAndNotBeyond() {
        String longest = "Bearer " + "a".repeat(CredentialReader.MAX_LENGTH - 7);
        assertThat(reader.read(List.of(longest)) instanceof Credential.Bearer, is(true));
        assertThat(reader.read(List.of(longest + "a")), is(new Credential.Malformed(Credential.Problem.TOO_LONG)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer =",
                "Bearer {}",
                "Bearer a b",
                "Bearer a,Bearer b",
                "Bearer Bearer a",
                "Bearer a%31",
                "Bearer a'--",
                "Bearer a=b",
                "Bearer \tabc",
                "Bearer a*",
                "Bearer a\u0000",
                "Bearer \u00e9",
                "ApiKey",
                "ApiKey a b",
                "Bearer\tabc",
                "",
                " Bearer a",
                ",",
                "\u0131"
            })
    void whatCanNotBeReadWithoutGuessingIsMalformed(String header) {
        assertThat(reader.read(List.of(header)), is(BAD_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcg==", "BearerBearer a", "Bear a", "ApiKeyX a", "Digest username=\"a\"", "x"})
    void anotherSchemeIsUnsupported(String header) {
        assertThat(reader.read(List.of(header)), is(new Credential.Unsupported()));
    }

    @Test
    void aSchemeOfTheApplicationIsReadByItsOwnReader() {
        CredentialReader own = new CredentialReader(
                Map.of("Hmac", value -> new Credential.Custom("Hmac", new Secret(value.substring(1)))));
        assertThat(own.read(List.of("hmac !abc")), is(new Credential.Custom("Hmac", new Secret("abc"))));
        assertThat(own.read(List.of("Bearer abc")), is(new Credential.Unsupported()));
    }

    @Test
    void noCredentialShowsItsSecret() {
        assertThat(reader.read(List.of("Bearer topsecret")).toString(), not(containsString("topsecret")));
        assertThat(reader.read(List.of("ApiKey topsecret")).toString(), not(containsString("topsecret")));
        assertThat(reader.read(List.of("Bearer top secret")).toString(), not(containsString("secret")));
    }

    @Test
    void schemesThatDifferOnlyInCaseAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new CredentialReader(Map.of("Bearer", new BearerScheme(), "bearer", new ApiKeyScheme())));
        assertThrows(IllegalArgumentException.class, () -> new CredentialReader(Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new CredentialReader(Map.of("a b", new BearerScheme())));
    }
}
