/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/** Names who makes a request, so that what is kept or sealed for one caller serves no other. */
final class CallerKey {
    private CallerKey() {}

    /**
     * Names a caller: the principal that the endpoint's guards know, or else the credential itself, and the tenant.
     *
     * @param caller the request
     * @return a digest
     */
    static String of(HttpServletRequest caller) {
        String who = principal(caller).map(name -> "p:" + name).orElseGet(() -> "c:" + header(caller, "Authorization"));
        return Digests.sha256(Digests.sha256(who) + Digests.sha256(header(caller, "X-Tenant-Token")));
    }

    /** Returns the name of the principal that the endpoint's guards know, if they know one. */
    static Optional<String> principal(HttpServletRequest caller) {
        return Optional.ofNullable(caller.getUserPrincipal()).map(Principal::getName);
    }

    private static String header(HttpServletRequest caller, String name) {
        String value = caller.getHeader(name);
        return value == null ? "" : value;
    }
}
