/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.credential;

/**
 * How one authentication scheme writes its credentials: the place to add a scheme.
 *
 * <p>The scheme's name isn't known here; it is given where the scheme is registered. Implementations are thread-safe.
 */
@FunctionalInterface
public interface CredentialScheme {
    /**
     * Reads what follows the scheme's name and its spaces.
     *
     * @param value the rest of the header, at most {@link CredentialReader#MAX_LENGTH} characters, possibly empty
     * @return the credential, or {@link Credential.Malformed} with {@link Credential.Problem#BAD_VALUE}
     */
    Credential read(String value);
}
