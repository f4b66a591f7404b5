/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.CallerDirectory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Starts, refreshes and ends logins.
 *
 * <p>Tokens are opaque; their roles are looked up on each call and never stored. Every change is one atomic step of the
 * store, so any number of nodes may share one. Thread-safe.
 */
public final class SessionIssuer {
    /** A use is noted at most this often, so that reading a session seldom writes one. */
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final SessionStore store;
    private final CallerDirectory callers;
    private final SessionLifetimes lifetimes;
    private final Clock clock;
    private final SecureRandom random;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

    /**
     * Makes an issuer.
     *
     * @param store where sessions are kept
     * @param callers who users are at the moment
     * @param lifetimes how long sessions last
     * @param clock decides about expiry; where it steps back, the latest moment it showed goes on to count
     * @param random makes the tokens
     */
    public SessionIssuer(
            SessionStore store, CallerDirectory callers, SessionLifetimes lifetimes, Clock clock, SecureRandom random) {
        this.store = store;
        this.callers = callers;
        this.lifetimes = lifetimes;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Starts a login.
     *
     * <p>Where the login request carried an earlier session, end that one with {@link #revoke}.
     *
     * @param userId the user, whose password or other proof has been checked
     * @return new tokens, which no earlier value influences
     */
    public SessionTokens issue(String userId) {
        Instant now = now();
        sweep(now);
        byte[] finder = SessionToken.newFinder(random);
        SessionToken access = SessionToken.mint(SessionToken.ACCESS, finder, random);
        SessionToken refresh = SessionToken.mint(SessionToken.REFRESH, finder, random);
        Instant ends = now.plus(lifetimes.absolute());
        Instant accessEnds = earlier(now.plus(lifetimes.access()), ends);
        Session session = new Session(
                access.id(), userId, 0, access.hash(), accessEnds, refresh.hash(), Optional.empty(), now, now, ends);
        store.add(session);
        return new SessionTokens(session.id(), access.secret(), refresh.secret(), Duration.between(now, accessEnds));
    }

    /**
     * Finds the session of an access token and notes the use.
     *
     * @param accessToken what a caller showed
     * @return the session if the token is good now; otherwise empty, whatever the reason
     */
    public Optional<Session> find(Secret accessToken) {
        Optional<SessionToken> token = SessionToken.read(SessionToken.ACCESS, accessToken);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        Instant now = now();
        Optional<Session> session = live(token.get().id(), now)
                .filter(found -> found.access().equals(token.get().hash()) && now.isBefore(found.accessEnds()));
        session.filter(found -> !now.isBefore(found.lastUsed().plus(TOUCH_EVERY)))
                .ifPresent(found -> store.touch(found.id(), now));
        return session;
    }

    /**
     * Exchanges a refresh token for new tokens, in one atomic step.
     *
     * <p>The old access token ends with it. The spent token answers the same successor again within the grace time, as
     * long as that successor wasn't spent itself; after that, showing it revokes the login.
     *
     * @param refreshToken what a client showed
     * @return the new tokens, or why there are none
     */
    public RefreshResult refresh(Secret refreshToken) {
        return SessionToken.read(SessionToken.REFRESH, refreshToken)
                .map(this::refresh)
                .orElseGet(() -> new RefreshResult.Refused(RefreshResult.Reason.UNKNOWN));
    }

    /**
     * Ends one login with all its tokens.
     *
     * @param id which
     * @return whether there was one
     */
    public boolean revoke(SessionId id) {
        return store.remove(id);
    }

    /**
     * Ends every login of a user.
     *
     * @param userId whose
     * @return how many there were
     */
    public int revokeAllOf(String userId) {
        return store.removeOf(userId);
    }

    /**
     * Ends every login of everybody.
     *
     * @return how many there were
     */
    public int revokeAll() {
        return store.removeAll();
    }

    /**
     * Lists the logins that are good now.
     *
     * @return the sessions, in no particular order
     */
    public List<Session> sessions() {
        Instant now = now();
        return store.all().stream().filter(session -> !isOver(session, now)).toList();
    }

    private RefreshResult refresh(SessionToken shown) {
        Instant now = now();
        Optional<Session> found = store.find(shown.id());
        while (found.isPresent()) {
            Session session = found.get();
            if (isOver(session, now)) {
                store.remove(session.id());
                return new RefreshResult.Refused(RefreshResult.Reason.ENDED);
            }
            Optional<Caller> caller = callers.caller(session.userId());
            if (caller.isEmpty()) {
                store.remove(session.id());
                return new RefreshResult.Refused(RefreshResult.Reason.NO_CALLER);
            }
            if (!session.refresh().equals(shown.hash())) {
                return again(shown, session, caller.get(), now);
            }
            Session next = rotated(session, shown, now);
            if (store.replace(next)) {
                return new RefreshResult.Rotated(successors(shown, next, now), caller.get());
            }
            found = store.find(shown.id()); // another refresh came first: the token is spent now, or the login over
        }
        return new RefreshResult.Refused(RefreshResult.Reason.UNKNOWN);
    }

    /** Answers a refresh token that isn't the current one. */
    private RefreshResult again(SessionToken shown, Session session, Caller caller, Instant now) {
        boolean inGrace = session.lastRotation()
                .filter(last -> last.spent().equals(shown.hash()))
                .filter(last -> now.isBefore(last.when().plus(lifetimes.grace())))
                .isPresent();
        if (inGrace) {
            return new RefreshResult.Rotated(successors(shown, session, now), caller);
        }
        store.remove(session.id());
        return new RefreshResult.Refused(RefreshResult.Reason.REUSED);
    }

    private Session rotated(Session session, SessionToken shown, Instant now) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String salt = HexFormat.of().formatHex(bits);
        return new Session(
                session.id(),
                session.userId(),
                session.version() + 1,
                shown.successor(SessionToken.ACCESS, salt).hash(),
                earlier(now.plus(lifetimes.access()), session.ends()),
                shown.successor(SessionToken.REFRESH, salt).hash(),
                Optional.of(new Session.Rotation(shown.hash(), salt, now)),
                session.started(),
                now,
                session.ends());
    }

    private static SessionTokens successors(SessionToken shown, Session session, Instant now) {
        String salt = session.lastRotation().orElseThrow().salt();
        return new SessionTokens(
                session.id(),
                shown.successor(SessionToken.ACCESS, salt).secret(),
                shown.successor(SessionToken.REFRESH, salt).secret(),
                Duration.between(now, session.accessEnds()));
    }

    private Optional<Session> live(SessionId id, Instant now) {
        Optional<Session> session = store.find(id);
        if (session.isPresent() && isOver(session.get(), now)) {
            store.remove(id);
            return Optional.empty();
        }
        return session;
    }

    private boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.ends()) || !now.isBefore(session.lastUsed().plus(lifetimes.idle()));
    }

    private void sweep(Instant now) {
        Instant due = nextSweep.get();
        if (!now.isBefore(due) && nextSweep.compareAndSet(due, now.plus(TOUCH_EVERY))) {
            store.removeOver(now, now.minus(lifetimes.idle()));
        }
    }

    private Instant now() {
        return latest.accumulateAndGet(clock.instant(), (a, b) -> a.isAfter(b) ? a : b);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
