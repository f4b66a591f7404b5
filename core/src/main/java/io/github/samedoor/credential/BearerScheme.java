/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.credential;

/** Reads the Bearer scheme (RFC 6750 section 2.1). */
public final class BearerScheme implements CredentialScheme {
    /** Makes the scheme, which has no settings. */
    public BearerScheme() {}

    @Override
    public Credential read(String value) {
        return Token68.matches(value)
                ? new Credential.Bearer(new Secret(value))
                : new Credential.Malformed(Credential.Problem.BAD_VALUE);
    }
}
