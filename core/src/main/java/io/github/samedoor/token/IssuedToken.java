/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A token or API key that was given to somebody.
 *
 * <p>Immutable and thread-safe.
 *
 * @param hash the token's hash
 * @param kind the scheme under which it is good
 * @param owner the id of the user whose it is
 * @param label what it is for, for people; may be empty
 * @param created when it was made, or empty where nobody noted it
 * @param expires when it ends, or empty for never
 * @param revoked when it was revoked, or empty
 */
public record IssuedToken(
        TokenHash hash,
        TokenKind kind,
        String owner,
        String label,
        Optional<Instant> created,
        Optional<Instant> expires,
        Optional<Instant> revoked) {
    /**
     * Tells whether the token is good at a moment.
     *
     * @param now the moment
     * @return whether it has neither expired nor been revoked by then
     */
    public boolean isLive(Instant now) {
        return revoked.isEmpty() && expires.map(now::isBefore).orElse(true);
    }

    /**
     * Returns this token as revoked.
     *
     * @param when when; a token that was revoked before keeps the first moment
     * @return the revoked token
     */
    public IssuedToken revokedAt(Instant when) {
        return revoked.isPresent()
                ? this
                : new IssuedToken(hash, kind, owner, label, created, expires, Optional.of(when));
    }
}
