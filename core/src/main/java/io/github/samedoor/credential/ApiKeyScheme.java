/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.credential;

/** Reads the ApiKey scheme, whose keys have the characters of bearer tokens. */
public final class ApiKeyScheme implements CredentialScheme {
    /** Makes the scheme, which has no settings. */
    public ApiKeyScheme() {}

    @Override
    public Credential read(String value) {
        return Token68.matches(value)
                ? new Credential.ApiKey(new Secret(value))
                : new Credential.Malformed(Credential.Problem.BAD_VALUE);
    }
}
