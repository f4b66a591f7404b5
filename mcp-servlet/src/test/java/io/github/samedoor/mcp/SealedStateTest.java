/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealedStateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void whatWasSealedIsOpenedForItsPurposeAlone() {
        String sealed = at(NOW, "k").seal("text", "purpose");

        assertThat(at(NOW, "k").open(sealed, "purpose"), is(Optional.of("text")));
        assertThat(at(NOW, "k").open(sealed, "another"), is(Optional.empty()));
        assertThat(at(NOW, "other key").open(sealed, "purpose"), is(Optional.empty()));
    }

    @Test
    void sealExpires() {
        String sealed = at(NOW, "k").seal("text", "purpose");
        Instant end = NOW.plus(SealedState.LIFETIME);

        assertThat(at(end.minus(Duration.ofSeconds(1)), "k").open(sealed, "purpose"), is(Optional.of("text")));
        assertThat(at(end, "k").open(sealed, "purpose"), is(Optional.empty()));
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String sealed = at(NOW, "k").seal("text", "purpose");
        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            assertThat(at(NOW, "k").open(changed, "purpose"), is(Optional.empty()));
        }
        assertThat(at(NOW, "k").open("", "purpose"), is(Optional.empty()));
        assertThat(at(NOW, "k").open("a.b.c.d", "purpose"), is(Optional.empty()));
    }

    private static SealedState at(Instant now, String key) {
        return new SealedState(key.getBytes(StandardCharsets.UTF_8), Clock.fixed(now, ZoneOffset.UTC));
    }
}
