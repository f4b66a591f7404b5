/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.audit;

import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.Tenant;
import java.util.Optional;

/**
 * Who asked, as far as it is known.
 *
 * @param id the user's id, or empty for nobody known
 * @param tenant the tenant, or empty
 * @param tokenId the first eight hex digits of the credential's SHA-256, or empty
 * @param address the client's address
 */
public record AuditActor(Optional<String> id, Optional<Tenant> tenant, Optional<String> tokenId, String address) {
    /**
     * Describes somebody who isn't known.
     *
     * @param address the client's address
     * @return the actor
     */
    public static AuditActor unknown(String address) {
        return new AuditActor(Optional.empty(), Optional.empty(), Optional.empty(), address);
    }

    /**
     * Describes a caller.
     *
     * @param caller who
     * @param tokenId the first eight hex digits of the credential's SHA-256, or empty
     * @param address the client's address
     * @return the actor
     */
    public static AuditActor of(Caller caller, Optional<String> tokenId, String address) {
        return new AuditActor(Optional.of(caller.id()), caller.tenant(), tokenId, address);
    }
}
