/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import io.github.samedoor.ratelimit.RateDecision;
import io.github.samedoor.ratelimit.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets somebody try a password, or says how long to wait.
 *
 * <p>Every attempt is paid as a failure before it is checked, and paid back if it was none. Thread-safe.
 */
final class LoginGuard {
    private final RateLimiter limiter;
    private final LoginLimits limits;
    private final LoginFailures failures;
    private final Clock clock;

    LoginGuard(RateLimiter limiter, LoginLimits limits, Clock clock) {
        this.limiter = limiter;
        this.limits = limits;
        this.failures = new LoginFailures(limits.delay(), LoginFailures.STANDARD_KEYS);
        this.clock = clock;
    }

    /** Pays for an attempt, or answers how long to wait for it; then nothing is paid that blocks the user elsewhere. */
    Optional<Duration> enter(LoginFailures.Key who) {
        Optional<Duration> delayed = failures.begin(who, clock.instant());
        if (delayed.isPresent()) {
            return delayed;
        }
        Optional<Duration> limited = take(who);
        if (limited.isPresent()) {
            failures.withdraw(who);
        }
        return limited;
    }

    /** Ends an attempt whose password was right. */
    void succeeded(LoginFailures.Key who) {
        failures.succeeded(who);
        giveBack(who);
    }

    /** Ends an attempt that came to no answer. */
    void unanswered(LoginFailures.Key who) {
        failures.withdraw(who);
        giveBack(who);
    }

    int forgive(String name) {
        return failures.forgive(name);
    }

    private Optional<Duration> take(LoginFailures.Key who) {
        RateDecision forAddress = limiter.take(limits.perAddress(), who.address());
        if (!forAddress.granted()) {
            return Optional.of(forAddress.retryAfter());
        }
        RateDecision forAccount = limiter.take(limits.perAccount(), account(who));
        return forAccount.granted() ? Optional.empty() : Optional.of(forAccount.retryAfter());
    }

    private void giveBack(LoginFailures.Key who) {
        limiter.giveBack(limits.perAddress(), who.address());
        limiter.giveBack(limits.perAccount(), account(who));
    }

    private static String account(LoginFailures.Key who) {
        return who.address() + ' ' + who.name();
    }
}
