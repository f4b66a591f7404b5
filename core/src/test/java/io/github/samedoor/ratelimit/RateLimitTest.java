/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.ratelimit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
    @Test
    void aLimitIsReadAsItIsWritten() {
        assertThat(RateLimit.parse("caller", " 120/minute "), is(new RateLimit("caller", 120, Duration.ofMinutes(1))));
        assertThat(RateLimit.parse("caller", "1/hour"), is(new RateLimit("caller", 1, Duration.ofHours(1))));
        assertThat(RateLimit.parse("caller", "9/second"), is(new RateLimit("caller", 9, Duration.ofSeconds(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "120", "0/minute", "-1/minute", "1/day", "1/Minute", "1 / minute", "9999999999/minute"})
    void anotherFormIsRefusedWithTheMend(String text) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> RateLimit.parse("caller", text));
        assertThat(e.getMessage(), containsString("120/minute"));
    }
}
