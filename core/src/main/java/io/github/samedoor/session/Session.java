/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import io.github.samedoor.token.TokenHash;
import java.time.Instant;
import java.util.Optional;

/**
 * One login, from its first tokens through every rotation to its end.
 *
 * <p>It is the whole family of a refresh token in one record, so that a store changes it in one step. It holds hashes
 * only. Immutable and thread-safe.
 *
 * @param id which login
 * @param userId whose
 * @param version how many rotations there were; the condition of {@link SessionStore#replace}
 * @param access the hash of the access token that is good
 * @param accessEnds when that token ends
 * @param refresh the hash of the refresh token that is good
 * @param lastRotation the rotation that made these tokens; empty before the first
 * @param started when the login was
 * @param lastUsed when one of its tokens was last used, to about a minute
 * @param ends when the login ends whatever happens
 */
public record Session(
        SessionId id,
        String userId,
        long version,
        TokenHash access,
        Instant accessEnds,
        TokenHash refresh,
        Optional<Rotation> lastRotation,
        Instant started,
        Instant lastUsed,
        Instant ends) {
    /**
     * The last exchange of a refresh token for its successor.
     *
     * <p>With the spent token, which only its owner has, the salt gives the successor again; alone it gives nothing.
     *
     * @param spent the hash of the refresh token that was exchanged
     * @param salt 64 random hex digits
     * @param when when
     */
    public record Rotation(TokenHash spent, String salt, Instant when) {
        /** Returns a text without the salt. */
        @Override
        public String toString() {
            return "Rotation[spent=" + spent + ", when=" + when + "]";
        }
    }

    /**
     * Returns this session as used at a moment.
     *
     * @param when the moment; an earlier one than is known changes nothing
     * @return the session
     */
    public Session usedAt(Instant when) {
        return when.isAfter(lastUsed)
                ? new Session(id, userId, version, access, accessEnds, refresh, lastRotation, started, when, ends)
                : this;
    }
}
