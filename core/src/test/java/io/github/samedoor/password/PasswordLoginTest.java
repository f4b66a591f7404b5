/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.audit.AuditEvent;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.ratelimit.RateDecision;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.ratelimit.RateLimiter;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordLoginTest {
    private static final Secret RIGHT = new Secret("correct horse battery staple");
    private static final Secret WRONG = new Secret("wrong");
    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private final CountingHasher hasher = new CountingHasher(10);
    private final UserDirectory users = new InMemoryUserDirectory(List.of(
            user("1", "alice", Optional.of(weakHash()), true),
            user("2", "robot", Optional.empty(), true),
            user("3", "gone", Optional.of(weakHash()), false)));
    private final List<AuditEvent> events = new ArrayList<>();
    private final PasswordLogin login = new PasswordLogin(
            users, hasher, new WindowlessLimiter(), LoginLimits.standard(), events::add, Clock.systemUTC());

    @Test
    void theRightPasswordIsAccepted() {
        LoginResult result = login.attempt("alice", RIGHT, HOME);
        assertThat(((LoginResult.Accepted) result).caller().id(), is("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "nobody", "robot", "gone", "Alice", "\uff41lice", "alice ", ""})
    void everyFailureHasOneAnswerAndCostsOneHash(String name) {
        assertThat(login.attempt(name, name.equals("gone") ? RIGHT : WRONG, HOME), is(new LoginResult.Refused()));
        assertThat(hasher.verified(), is(1));
        assertThat(hasher.hashed(), is(0));
    }

    @Test
    void aNameThatIsTooLongCostsOneHashToo() {
        assertThat(login.attempt("a".repeat(257), WRONG, HOME), is(new LoginResult.Refused()));
        assertThat(hasher.verified(), is(1));
    }

    @Test
    void aPasswordIsCheckedUpToItsLimitInBytesAndNotBeyond() {
        assertThat(login.attempt("alice", new Secret("\u00e9".repeat(512)), HOME), is(new LoginResult.Refused()));
        assertThat(login.attempt("alice", new Secret("\u00e9".repeat(512) + "a"), HOME), is(new LoginResult.TooLong()));
        assertThat(hasher.verified(), is(1));
    }

    @Test
    void aWeakHashIsReplacedOnceItsPasswordIsKnown() {
        login.attempt("alice", RIGHT, HOME);
        assertThat(hasher.hashed(), is(1));
        assertThat(login.attempt("alice", RIGHT, HOME), instanceOf(LoginResult.Accepted.class));
        assertThat(hasher.hashed(), is(1));
    }

    @Test
    void theSixthFailureFromOneAddressIsThrottledAndHashesNothing() {
        fail("alice", HOME, 5);
        assertThat(login.attempt("alice", RIGHT, HOME), instanceOf(LoginResult.Throttled.class));
        assertThat(hasher.verified(), is(5));
    }

    @Test
    void aFloodFromOneAddressDoesNotLockOutTheUserElsewhere() {
        fail("alice", HOME, 30);
        assertThat(login.attempt("alice", RIGHT, ELSEWHERE), instanceOf(LoginResult.Accepted.class));
    }

    @Test
    void oneAddressIsThrottledOverManyNames() {
        for (int i = 0; i < 30; i++) {
            assertThat(login.attempt("name" + i, WRONG, HOME), is(new LoginResult.Refused()));
        }
        assertThat(login.attempt("alice", RIGHT, HOME), instanceOf(LoginResult.Throttled.class));
    }

    @Test
    void successCostsNoPermit() {
        for (int i = 0; i < 100; i++) {
            assertThat(login.attempt("alice", RIGHT, HOME), instanceOf(LoginResult.Accepted.class));
        }
    }

    @Test
    void aDirectoryThatDoesNotAnswerCostsNoPermit() {
        AtomicBoolean down = new AtomicBoolean(true);
        UserDirectory shaky = new ShakyDirectory(users, down);
        PasswordLogin shakyLogin = new PasswordLogin(
                shaky, hasher, new WindowlessLimiter(), LoginLimits.standard(), events::add, Clock.systemUTC());
        for (int i = 0; i < 40; i++) {
            assertThrows(StoreUnavailableException.class, () -> shakyLogin.attempt("alice", RIGHT, HOME));
        }
        down.set(false);
        assertThat(shakyLogin.attempt("alice", RIGHT, HOME), instanceOf(LoginResult.Accepted.class));
    }

    @Test
    void everyAttemptIsAuditedWithoutThePassword() {
        login.attempt("alice", RIGHT, HOME);
        login.attempt("nobody", WRONG, HOME);
        assertThat(events.size(), is(2));
        assertThat(events.get(0).outcome(), is(AuditEvent.Outcome.GRANTED));
        assertThat(events.get(0).actor().id(), is(Optional.of("1")));
        assertThat(events.get(1).outcome(), is(AuditEvent.Outcome.DENIED));
        assertThat(events.get(1).target(), is("nobody"));
        assertThat(events.get(1).reason(), is("invalid credentials"));
        assertThat(events.toString().contains("correct horse"), is(false));
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            login.attempt(name, WRONG, address);
        }
    }

    private static PasswordHash weakHash() {
        return new Pbkdf2PasswordHasher(5, new SecureRandom()).hash(RIGHT);
    }

    private static User user(String id, String name, Optional<PasswordHash> hash, boolean enabled) {
        return new User(id, name, hash, Set.of(), Optional.empty(), enabled);
    }

    private record ShakyDirectory(UserDirectory users, AtomicBoolean down) implements UserDirectory {
        @Override
        public Optional<User> byName(String name) {
            if (down.get()) {
                throw new StoreUnavailableException("The user directory", new IOException("refused"));
            }
            return users.byName(name);
        }

        @Override
        public Optional<User> byId(String id) {
            return users.byId(id);
        }

        @Override
        public List<User> all() {
            return users.all();
        }

        @Override
        public Optional<User> update(String id, UnaryOperator<User> change) {
            return users.update(id, change);
        }
    }

    /** Counts within one endless window, which is all a login asks of a limiter. */
    private static final class WindowlessLimiter implements RateLimiter {
        private final Map<String, Long> taken = new HashMap<>();

        @Override
        public RateDecision take(RateLimit limit, String key) {
            long used = taken.merge(limit.name() + key, 1L, Long::sum);
            if (used > limit.permits()) {
                taken.merge(limit.name() + key, -1L, Long::sum);
                return new RateDecision(false, 0, Duration.ofSeconds(10));
            }
            return new RateDecision(true, limit.permits() - used, Duration.ZERO);
        }

        @Override
        public void giveBack(RateLimit limit, String key) {
            taken.merge(limit.name() + key, -1L, Long::sum);
        }
    }
}
