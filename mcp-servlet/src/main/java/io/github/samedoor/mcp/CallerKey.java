/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/** Names who makes a request, so that what is kept or sealed for one caller serves no other. */
final class CallerKey {
    private CallerKey() {}

    /**
     * Names a caller: the principal that the endpoint's guards know, or else the credential or session itself, and the tenant.
     *
     * @param caller the request
     * @return a digest
     */
    static String of(HttpServletRequest caller) {
        String who = principal(caller)
                .map(name -> "p:" + name)
                .orElseGet(() -> "c:" + Digests.sha256(header(caller, "Authorization")) + session(caller));
        return Digests.sha256(Digests.sha256(who) + Digests.sha256(header(caller, "X-Tenant-Token")));
    }

    /** Returns the name of the principal that the endpoint's guards know, if they know one. */
    static Optional<String> principal(HttpServletRequest caller) {
        return Optional.ofNullable(caller.getUserPrincipal()).map(Principal::getName);
    }

    // The application's own session may be what its guards know the caller by.
    private static String session(HttpServletRequest caller) {
        String id = caller.getRequestedSessionId();
        return id == null ? "" : id;
    }

    private static String header(HttpServletRequest caller, String name) {
        String value = caller.getHeader(name);
        return value == null ? "" : value;
    }
}
