/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.github.samedoor.ratelimit.RateDecision;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a rate limiter does, whatever it is made of; {@link #a} and {@link #b} are two nodes that share it. */
public abstract class RateLimiterContract {
    /** So long a window that no permit comes back while a test runs. */
    private static final RateLimit FIVE = new RateLimit("five", 5, Duration.ofHours(5));

    private final String key = "somebody " + UUID.randomUUID();

    /** Returns the limiter as one node sees it. */
    protected abstract RateLimiter a();

    /** Returns the limiter as another node sees it. */
    protected abstract RateLimiter b();

    @Test
    void grantsWhatTheLimitSaysAndThenTellsHowLongToWait() {
        for (int left = 4; left >= 0; left--) {
            assertThat((left % 2 == 0 ? a() : b()).take(FIVE, key), is(new RateDecision(true, left, Duration.ZERO)));
        }
        RateDecision refused = b().take(FIVE, key);
        assertThat(refused.granted(), is(false));
        assertThat(refused.remaining(), is(0L));
        assertThat(
                refused.retryAfter(),
                allOf(greaterThan(Duration.ofMinutes(50)), lessThanOrEqualTo(Duration.ofHours(1))));
    }

    @Test
    void countsEachKeyAndEachLimitAlone() {
        RateLimit other = new RateLimit("other", 5, Duration.ofHours(5));
        for (int i = 0; i < 5; i++) {
            a().take(FIVE, key);
        }
        assertThat(a().take(FIVE, key).granted(), is(false));
        assertThat(a().take(FIVE, key + ' ').granted(), is(true));
        assertThat(a().take(other, key).granted(), is(true));
    }

    @Test
    void takesBackAPermitButNeverMoreThanTheLimit() {
        a().take(FIVE, key);
        b().giveBack(FIVE, key);
        b().giveBack(FIVE, key);
        assertThat(a().take(FIVE, key).remaining(), is(4L));
    }

    @Test
    void grantsManyAtOnceNoMoreThanOneAfterTheOther() throws Exception {
        RateLimit forty = new RateLimit("forty", 40, Duration.ofHours(40));
        long granted = Together.run(IntStream.range(0, 16)
                        .<Callable<Long>>mapToObj(index -> () -> IntStream.range(0, 5)
                                .filter(round -> (index % 2 == 0 ? a() : b())
                                        .take(forty, key)
                                        .granted())
                                .count())
                        .toList())
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(granted, is(40L));
    }
}
