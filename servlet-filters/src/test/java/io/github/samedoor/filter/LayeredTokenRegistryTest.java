/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.token.InMemoryTokenRegistry;
import io.github.samedoor.token.IssuedToken;
import io.github.samedoor.token.TokenHash;
import io.github.samedoor.token.TokenKind;
import io.github.samedoor.token.TokenRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayeredTokenRegistryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final IssuedToken configured = token("configured", "alice");
    private final IssuedToken issued = token("issued", "alice");
    private final TokenRegistry store = new InMemoryTokenRegistry();
    private final TokenRegistry file = new InMemoryTokenRegistry(List.of(configured));
    private final TokenRegistry tokens = new LayeredTokenRegistry(file, store);

    @Test
    void findsTheTokensOfBoth() {
        assertThat(tokens.add(issued), is(true));
        assertThat(tokens.find(configured.hash()), is(Optional.of(configured)));
        assertThat(tokens.find(issued.hash()), is(Optional.of(issued)));
        assertThat(tokens.all(), contains(configured, issued));
        assertThat("nothing is written to the file's", file.all(), contains(configured));
    }

    @Test
    void aTokenOfTheFileThatIsRevokedStaysSoForEveryNodeAndAfterARestart() {
        assertThat(tokens.revoke(configured.hash(), NOW), is(true));
        TokenRegistry afterRestart = new LayeredTokenRegistry(new InMemoryTokenRegistry(List.of(configured)), store);
        assertThat(afterRestart.find(configured.hash()), is(Optional.of(configured.revokedAt(NOW))));
        assertThat(afterRestart.ownedBy("alice"), contains(configured.revokedAt(NOW)));
        assertThat("back by a second add", afterRestart.add(configured), is(false));
    }

    @Test
    void aTokenThatIsTakenOutOfTheFileIsGone() {
        TokenRegistry without = new LayeredTokenRegistry(new InMemoryTokenRegistry(), store);
        assertThat(without.find(configured.hash()), is(Optional.empty()));
        assertThat(without.revoke(configured.hash(), NOW), is(false));
    }

    @Test
    void aTokenOfTheFileIsNotIssuedASecondTime() {
        assertThat(tokens.add(token("configured", "mallory")), is(false));
        assertThat(tokens.all(), contains(configured));
    }

    private static IssuedToken token(String secret, String owner) {
        return new IssuedToken(
                TokenHash.of(new Secret(secret)),
                TokenKind.BEARER,
                owner,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
