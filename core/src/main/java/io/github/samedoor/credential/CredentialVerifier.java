/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.credential;

import java.util.List;

/**
 * Turns a credential into a caller: the port behind which tokens, sessions and other proofs are checked.
 *
 * <p>Implementations are thread-safe, keep no secret and compare in constant time.
 */
@FunctionalInterface
public interface CredentialVerifier {
    /**
     * Verifies one credential as of now.
     *
     * @param credential what the caller showed
     * @return the caller, a refusal, or that it belongs to another verifier
     * @throws io.github.samedoor.identity.StoreUnavailableException if nothing can be known at the moment
     */
    Verification verify(Credential.Presented credential);

    /**
     * Asks several verifiers in turn, up to the first that knows the credential.
     *
     * @param verifiers the verifiers in their order
     * @return a verifier that rejects what none of them knows
     */
    static CredentialVerifier firstOf(List<CredentialVerifier> verifiers) {
        List<CredentialVerifier> copy = List.copyOf(verifiers);
        return credential -> {
            for (CredentialVerifier verifier : copy) {
                Verification verification = verifier.verify(credential);
                if (!(verification instanceof Verification.NotMine)) {
                    return verification;
                }
            }
            return new Verification.Rejected();
        };
    }
}
