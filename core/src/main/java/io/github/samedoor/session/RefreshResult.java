/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import io.github.samedoor.identity.Caller;

/** What came of showing a refresh token. */
public sealed interface RefreshResult {
    /**
     * The token was exchanged: both tokens are new.
     *
     * @param tokens the new tokens
     * @param caller whose they are, with the roles as of now
     */
    record Rotated(SessionTokens tokens, Caller caller) implements RefreshResult {}

    /**
     * There are no new tokens.
     *
     * @param reason why, for the audit; clients are told one text for all of them
     */
    record Refused(Reason reason) implements RefreshResult {}

    /** Why a refresh token isn't exchanged. */
    enum Reason {
        /** It isn't a refresh token, or its login is over or was revoked. */
        UNKNOWN,
        /** Its login ended by time. */
        ENDED,
        /** Its user is gone or disabled. */
        NO_CALLER,
        /** It was spent before, so somebody has a copy: the whole login was revoked (RFC 9700 section 4.14.2). */
        REUSED
    }
}
