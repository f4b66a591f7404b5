/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import io.github.samedoor.credential.Secret;

/**
 * Hashes passwords slowly, on purpose: the port behind which the algorithm can be exchanged.
 *
 * <p>Implementations are thread-safe, and {@link #verify} takes as long for a wrong password as for the right one.
 */
public interface PasswordHasher {
    /**
     * Hashes a new password with a fresh salt.
     *
     * @param password the password
     * @return the hash, which says how it was made
     */
    PasswordHash hash(Secret password);

    /**
     * Tells whether a password is the one that was hashed.
     *
     * @param password the password that somebody gave
     * @param hash the stored hash
     * @return whether they belong together
     * @throws IllegalArgumentException if this hasher doesn't read the hash
     */
    boolean verify(Secret password, PasswordHash hash);

    /**
     * Tells whether this hasher can verify a hash.
     *
     * @param hash the stored hash
     * @return whether its form is known here
     */
    boolean reads(PasswordHash hash);

    /**
     * Tells whether a hash was made with weaker settings than {@link #hash} uses now.
     *
     * @param hash the stored hash
     * @return whether to hash the password again when it is next known
     */
    boolean needsRehash(PasswordHash hash);

    /**
     * Returns a hash that no password matches and that costs as much to verify as a real one.
     *
     * @return the hash, for users who don't exist
     */
    PasswordHash dummy();
}
