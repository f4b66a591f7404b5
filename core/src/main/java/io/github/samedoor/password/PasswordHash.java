/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

/**
 * A hashed password in its self-describing form, such as {@code $pbkdf2-sha256$i=600000$salt$hash}.
 *
 * @param encoded the text that is stored
 */
public record PasswordHash(String encoded) {
    /** Returns a text that tells nothing of the hash. */
    @Override
    public String toString() {
        return "(password hash)";
    }
}
