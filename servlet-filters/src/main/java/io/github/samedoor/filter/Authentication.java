/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.identity.Caller;
import io.github.samedoor.session.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * How the caller of a request was recognised.
 *
 * @param caller who calls
 * @param scheme the scheme of the credential, such as {@code Bearer}
 * @param tokenId the first eight hex digits of the credential's SHA-256, which may be shown and logged
 * @param session the login that the credential belongs to; empty for a static token or key
 */
public record Authentication(Caller caller, String scheme, String tokenId, Optional<SessionId> session) {
    static final String ATTRIBUTE = "io.github.samedoor.filter.Authentication";

    /**
     * Finds the authentication of a request.
     *
     * @param request a request that passed an {@link AuthenticationFilter}
     * @return how its caller was recognised; empty for an anonymous request or one that the container authenticated
     */
    public static Optional<Authentication> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Authentication found ? Optional.of(found) : Optional.empty();
    }
}
