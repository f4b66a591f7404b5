/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.ratelimit.RateDecision;
import io.github.samedoor.ratelimit.RateLimit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketRateLimiterTest {
    private static final RateLimit THREE = new RateLimit("three", 3, Duration.ofMinutes(1));

    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
    private final BucketRateLimiter limiter = new BucketRateLimiter(10, nanos::get);

    @Test
    void permitsRunOutAndComeBackEvenly() {
        assertThat(limiter.take(THREE, "a"), is(new RateDecision(true, 2, Duration.ZERO)));
        use("a", 2);
        assertThat(limiter.take(THREE, "a"), is(new RateDecision(false, 0, Duration.ofSeconds(20))));
        move(Duration.ofSeconds(20));
        assertThat(limiter.take(THREE, "a").granted(), is(true));
        assertThat(limiter.take(THREE, "a").granted(), is(false));
    }

    @Test
    void keysAndLimitsCountForThemselves() {
        use("a", 3);
        assertThat(limiter.take(THREE, "b").granted(), is(true));
        assertThat(
                limiter.take(new RateLimit("other", 3, Duration.ofMinutes(1)), "a")
                        .granted(),
                is(true));
    }

    @Test
    void aPermitThatIsGivenBackCanBeTakenAgainButNeverMoreThanThereAre() {
        use("a", 3);
        limiter.giveBack(THREE, "a");
        assertThat(limiter.take(THREE, "a").granted(), is(true));
        for (int i = 0; i < 10; i++) {
            limiter.giveBack(THREE, "a");
        }
        use("a", 3);
        assertThat(limiter.take(THREE, "a").granted(), is(false));
    }

    @Test
    void aFloodOfKeysNeverResetsACounterInUse() {
        use("victim", 3);
        for (int i = 0; i < 1000; i++) {
            limiter.take(THREE, "flood" + i);
            move(Duration.ofMillis(10));
        }
        move(Duration.ofSeconds(2)); // whatever may be dropped is dropped by now
        assertThat(limiter.take(THREE, "victim").granted(), is(false));
    }

    @Test
    void keysWithoutRoomShareOneCounter() {
        for (int i = 0; i < 10; i++) {
            limiter.take(THREE, "first" + i);
        }
        use("late1", 1);
        use("late2", 2);
        assertThat(limiter.take(THREE, "late3").granted(), is(false));
    }

    @Test
    void aCounterThatIsFullAgainMakesRoom() {
        for (int i = 0; i < 10; i++) {
            limiter.take(THREE, "first" + i);
        }
        move(Duration.ofSeconds(61));
        use("late1", 3);
        use("late2", 3);
        assertThat(limiter.take(THREE, "late3").granted(), is(true));
    }

    @Test
    void aMillionKeysFitIntoASmallHeapAndResetNobody() throws Exception {
        Process flood = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionKeys.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(new String(flood.getInputStream().readAllBytes(), StandardCharsets.US_ASCII), is("kept"));
            assertThat(flood.waitFor(), is(0));
        } finally {
            flood.destroyForcibly();
        }
    }

    private void use(String key, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(limiter.take(THREE, key).granted(), is(true));
        }
    }

    private void move(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
