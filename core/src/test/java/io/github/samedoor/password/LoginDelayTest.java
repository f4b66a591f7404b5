/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.ratelimit.RateDecision;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.ratelimit.RateLimiter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures in a row make the waits longer, for one name from one place. */
class LoginDelayTest {
    private static final Secret RIGHT = new Secret("correct horse battery staple");
    private static final Secret WRONG = new Secret("wrong");
    private static final String HOME = "192.0.2.1";

    private final StoppedClock clock = new StoppedClock();
    private final PasswordHasher hasher = new Pbkdf2PasswordHasher(1, new SecureRandom());
    private final PasswordLogin login = new PasswordLogin(
            new InMemoryUserDirectory(
                    List.of(new User("1", "alice", Optional.of(hasher.hash(RIGHT)), Set.of(), Optional.empty(), true))),
            hasher,
            new EverythingGranted(),
            LoginLimits.standard(),
            event -> {},
            clock);

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 15", "6, 30", "7, 60", "10, 480", "11, 900", "99, 900", "100, 86400", "5000, 86400"
    })
    void theWaitDoublesUpToItsLongestAndThenStops(int failures, long seconds) {
        assertThat(LoginDelay.standard().after(failures).toSeconds(), is(seconds));
    }

    @Test
    void eachFailureAfterTheFifthWaitsTwiceAsLong() {
        fail(5);
        for (long wait = 15; wait <= 480; wait *= 2) {
            assertThat(attempt(RIGHT, HOME), is(new LoginResult.Throttled(Duration.ofSeconds(wait))));
            clock.pass(Duration.ofSeconds(wait).minusMillis(1));
            assertThat(attempt(RIGHT, HOME), is(new LoginResult.Throttled(Duration.ofMillis(1))));
            clock.pass(Duration.ofMillis(1));
            assertThat(attempt(WRONG, HOME), is(new LoginResult.Refused()));
        }
    }

    @Test
    void aHundredFailuresInARowStopTheNameForADayFromThereOnly() {
        failAfterEachWait(100);
        clock.pass(Duration.ofHours(23));
        assertThat(attempt(RIGHT, HOME), is(new LoginResult.Throttled(Duration.ofHours(1))));
        assertThat(attempt(RIGHT, "192.0.2.2") instanceof LoginResult.Accepted, is(true));
        clock.pass(Duration.ofHours(1));
        assertThat(attempt(RIGHT, HOME) instanceof LoginResult.Accepted, is(true));
    }

    @Test
    void anAdministratorLiftsTheStop() {
        failAfterEachWait(100);
        assertThat(login.forgive("bob"), is(0));
        assertThat(attempt(RIGHT, HOME) instanceof LoginResult.Throttled, is(true));
        assertThat(login.forgive("alice"), is(1));
        assertThat(attempt(RIGHT, HOME) instanceof LoginResult.Accepted, is(true));
    }

    @Test
    void successEndsTheRow() {
        fail(4);
        assertThat(attempt(RIGHT, HOME) instanceof LoginResult.Accepted, is(true));
        fail(4);
        assertThat(attempt(RIGHT, HOME) instanceof LoginResult.Accepted, is(true));
    }

    @Test
    void oneNetworkOfIpv6IsOnePlace() {
        for (int i = 0; i < 5; i++) {
            attempt(WRONG, "2001:db8:1:2::" + i);
        }
        assertThat(attempt(RIGHT, "2001:db8:1:2:ffff::1") instanceof LoginResult.Throttled, is(true));
        assertThat(attempt(RIGHT, "2001:db8:1:3::1") instanceof LoginResult.Accepted, is(true));
    }

    @Test
    void whoMustWaitIsNotForgottenForNewcomers() {
        LoginFailures failures = new LoginFailures(LoginDelay.standard(), 2);
        LoginFailures.Key alice = new LoginFailures.Key(HOME, "alice");
        for (int i = 0; i < 5; i++) {
            failures.begin(alice, clock.instant());
        }
        for (int i = 0; i < 100; i++) {
            assertThat(failures.begin(new LoginFailures.Key(HOME, "n" + i), clock.instant()), is(Optional.empty()));
            clock.pass(Duration.ofMillis(100));
        }
        assertThat(failures.begin(alice, clock.instant()), is(Optional.of(Duration.ofSeconds(5))));
    }

    @Test
    void aDelayIsRefusedThatWouldBeNone() {
        Duration second = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> new LoginDelay(0, second, second, 9, second));
        assertThrows(IllegalArgumentException.class, () -> new LoginDelay(5, Duration.ZERO, second, 9, second));
        assertThrows(IllegalArgumentException.class, () -> new LoginDelay(5, second, second, 4, second));
    }

    private LoginResult attempt(Secret password, String address) {
        return login.attempt("alice", password, address);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempt(WRONG, HOME), is(new LoginResult.Refused()));
        }
    }

    private void failAfterEachWait(int times) {
        for (int i = 0; i < times; i++) {
            clock.pass(Duration.ofMinutes(15));
            assertThat(attempt(WRONG, HOME), is(new LoginResult.Refused()));
        }
    }

    private static final class StoppedClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Times here are UTC");
        }
    }

    private record EverythingGranted() implements RateLimiter {
        @Override
        public RateDecision take(RateLimit limit, String key) {
            return new RateDecision(true, 1, Duration.ZERO);
        }

        @Override
        public void giveBack(RateLimit limit, String key) {}
    }
}
