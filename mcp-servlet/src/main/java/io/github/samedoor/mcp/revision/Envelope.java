/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import java.util.Optional;

/**
 * What a message came with.
 *
 * @param headers the header lines of its HTTP request
 * @param session the session that it belongs to, where the revision has sessions and the client uses one
 */
record Envelope(Headers headers, Optional<LegacySession> session) {
    /** Makes the envelope of a message outside of any session. */
    static Envelope of(Headers headers) {
        return new Envelope(headers, Optional.empty());
    }
}
