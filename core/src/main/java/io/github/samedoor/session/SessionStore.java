/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where sessions are kept: the port that a database or a cache fills.
 *
 * <p>One session is one record under one key. Every method is one atomic step, is seen by the next call on any node
 * within a second, and may throw {@link io.github.samedoor.identity.StoreUnavailableException}. Thread-safe.
 */
public interface SessionStore {
    /**
     * Adds a new session.
     *
     * @param session the session, with an id that was never used
     */
    void add(Session session);

    /**
     * Finds a session, ended or not.
     *
     * @param id which
     * @return the session, or empty
     */
    Optional<Session> find(SessionId id);

    /**
     * Replaces a session if nobody rotated or removed it meanwhile.
     *
     * <p>The condition is that the stored version is {@code next.version() - 1}; in SQL, {@code UPDATE ... WHERE id = ?
     * AND version = ?}. A removed session doesn't come back.
     *
     * @param next the session as it shall be
     * @return whether it was replaced; of several competitors exactly one is told true
     */
    boolean replace(Session next);

    /**
     * Notes that a session was used; never moves back, never revives a removed one, never touches the version.
     *
     * @param id which
     * @param when when
     */
    void touch(SessionId id, Instant when);

    /**
     * Removes a session.
     *
     * @param id which
     * @return whether it was there
     */
    boolean remove(SessionId id);

    /**
     * Removes every session of a user.
     *
     * @param userId whose
     * @return how many there were
     */
    int removeOf(String userId);

    /**
     * Removes every session.
     *
     * @return how many there were
     */
    int removeAll();

    /**
     * Removes the sessions that are over, to free space.
     *
     * @param now sessions that end at or before this moment go
     * @param idleSince sessions last used at or before this moment go
     */
    void removeOver(Instant now, Instant idleSince);

    /**
     * Lists the stored sessions; ones that are over may be among them.
     *
     * @return the sessions, in no particular order
     */
    List<Session> all();
}
