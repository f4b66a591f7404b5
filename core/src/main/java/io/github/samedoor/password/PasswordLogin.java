/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import io.github.samedoor.audit.AuditActor;
import io.github.samedoor.audit.AuditEvent;
import io.github.samedoor.audit.AuditLog;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.ratelimit.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a name and a password, at the same cost and with the same answer whether or not the user exists.
 *
 * <p>Every attempt is audited. Failures are limited for each name from each address and for each address, so that a
 * flood from one place doesn't lock out the user elsewhere; failures in a row make the waits longer. The addresses of one
 * IPv6 network of 64 bits count as one. It hashes on the calling thread, with a bounded number at a time. Thread-safe.
 */
public final class PasswordLogin {
    /** The longest password that is checked, in bytes of UTF-8. */
    public static final int MAX_PASSWORD_BYTES = 1024;

    private static final int MAX_NAME_LENGTH = 256;
    private static final int WAITING = 64;
    private static final long MAX_WAIT_MILLIS = 10_000;

    private final UserDirectory users;
    private final PasswordHasher hasher;
    private final LoginGuard guard;
    private final AuditLog audit;
    private final Clock clock;
    private final PasswordHash dummy;
    private final HashingGate gate;

    /**
     * Makes a login.
     *
     * @param users who there is
     * @param hasher checks the passwords
     * @param limiter counts the failures
     * @param limits how many failures are allowed
     * @param audit keeps every attempt
     * @param clock dates the audit events and ends the waits
     */
    public PasswordLogin(
            UserDirectory users,
            PasswordHasher hasher,
            RateLimiter limiter,
            LoginLimits limits,
            AuditLog audit,
            Clock clock) {
        this.users = users;
        this.hasher = hasher;
        this.guard = new LoginGuard(limiter, limits, clock);
        this.audit = audit;
        this.clock = clock;
        this.dummy = hasher.dummy();
        this.gate = new HashingGate(Runtime.getRuntime().availableProcessors(), WAITING, MAX_WAIT_MILLIS);
    }

    /**
     * Attempts a login.
     *
     * @param name the name that was given, compared exactly
     * @param password the password that was given
     * @param address where the attempt comes from; the socket's address unless a proxy is trusted
     * @return what came of it
     */
    public LoginResult attempt(String name, Secret password, String address) {
        LoginResult result = limited(name, password, address);
        audit.append(event(name, address, result));
        return result;
    }

    /**
     * Forgets the failures in a row of a name, from wherever they came: what an administrator does for a user who waits.
     *
     * @param name the name to log in with
     * @return how many addresses had to wait or would have had to
     */
    public int forgive(String name) {
        return guard.forgive(name);
    }

    private LoginResult limited(String name, Secret password, String address) {
        if (password.bytes().length > MAX_PASSWORD_BYTES) {
            return new LoginResult.TooLong();
        }
        LoginFailures.Key who =
                new LoginFailures.Key(AddressBlock.of(address), name.length() > MAX_NAME_LENGTH ? "" : name);
        Optional<Duration> wait = guard.enter(who);
        if (wait.isPresent()) {
            return new LoginResult.Throttled(wait.get());
        }
        LoginResult result = new LoginResult.Busy(Duration.ofSeconds(5));
        try {
            result = gate.run(() -> check(name, password)).orElse(result);
            return result;
        } finally {
            if (result instanceof LoginResult.Accepted) {
                guard.succeeded(who);
            } else if (!(result instanceof LoginResult.Refused)) {
                guard.unanswered(who);
            }
        }
    }

    private LoginResult check(String name, Secret password) {
        Optional<User> user = name.length() > MAX_NAME_LENGTH ? Optional.empty() : users.byName(name);
        Optional<PasswordHash> stored = user.flatMap(User::password);
        boolean matches = hasher.verify(password, stored.orElse(dummy));
        if (!matches || stored.isEmpty() || !user.orElseThrow().enabled()) {
            return new LoginResult.Refused();
        }
        if (hasher.needsRehash(stored.get())) {
            PasswordHash stronger = hasher.hash(password);
            users.update(
                    user.get().id(), found -> found.password().equals(stored) ? found.withPassword(stronger) : found);
        }
        return new LoginResult.Accepted(user.get().caller());
    }

    private AuditEvent event(String name, String address, LoginResult result) {
        AuditActor actor = result instanceof LoginResult.Accepted accepted
                ? AuditActor.of(accepted.caller(), Optional.empty(), address)
                : AuditActor.unknown(address);
        boolean granted = result instanceof LoginResult.Accepted;
        return new AuditEvent(
                clock.instant(),
                AuditEvent.Action.LOGIN,
                actor,
                name,
                granted ? AuditEvent.Outcome.GRANTED : AuditEvent.Outcome.DENIED,
                reason(result),
                Map.of());
    }

    private static String reason(LoginResult result) {
        if (result instanceof LoginResult.Refused) {
            return "invalid credentials";
        }
        if (result instanceof LoginResult.TooLong) {
            return "password too long";
        }
        if (result instanceof LoginResult.Throttled) {
            return "too many failures";
        }
        return result instanceof LoginResult.Busy ? "too many logins at once" : "";
    }
}
