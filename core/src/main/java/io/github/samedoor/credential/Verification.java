/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.credential;

import io.github.samedoor.identity.Caller;
import java.util.Optional;

/** What a verifier says of a credential. */
public sealed interface Verification {
    /**
     * The credential is good now.
     *
     * @param caller whose it is
     * @param tokenId the first eight hex digits of the credential's SHA-256, which may be shown and logged
     * @param session the id of the login that it belongs to; empty for a static token or key
     */
    record Verified(Caller caller, String tokenId, Optional<String> session) implements Verification {}

    /** The credential is known and no longer good, or it claims this verifier and is wrong. */
    record Rejected() implements Verification {}

    /** The credential is none of this verifier's; another may know it. */
    record NotMine() implements Verification {}
}
