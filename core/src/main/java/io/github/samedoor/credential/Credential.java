/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.credential;

/**
 * What a request's Authorization header holds (RFC 9110 section 11.6.2).
 *
 * <p>Nothing here has been verified: that is a {@link CredentialVerifier}'s part. No value shows its secret.
 */
public sealed interface Credential {
    /** A credential that can be verified: one scheme and one secret. */
    sealed interface Presented extends Credential {
        /**
         * Names the scheme.
         *
         * @return the name as it is configured, whatever case the request used
         */
        String scheme();

        /**
         * Returns what was shown.
         *
         * @return the secret, of the form that the scheme demands
         */
        Secret secret();
    }

    /**
     * A bearer token (RFC 6750 section 2.1).
     *
     * @param secret the token
     */
    record Bearer(Secret secret) implements Presented {
        @Override
        public String scheme() {
            return "Bearer";
        }
    }

    /**
     * An API key.
     *
     * @param secret the key
     */
    record ApiKey(Secret secret) implements Presented {
        @Override
        public String scheme() {
            return "ApiKey";
        }
    }

    /**
     * A credential of a scheme that the application added.
     *
     * @param scheme the scheme's name
     * @param secret what was shown
     */
    record Custom(String scheme, Secret secret) implements Presented {}

    /** There is no Authorization header. */
    record None() implements Credential {}

    /** The header names a scheme that isn't offered here. */
    record Unsupported() implements Credential {}

    /**
     * The header can't be read without guessing.
     *
     * @param problem what is wrong with it
     */
    record Malformed(Problem problem) implements Credential {}

    /** Why a header can't be read. */
    enum Problem {
        /** There is more than one Authorization header. */
        SEVERAL_HEADERS,
        /** The header is longer than {@link CredentialReader#MAX_LENGTH}. */
        TOO_LONG,
        /** The value doesn't have the form that its scheme demands. */
        BAD_VALUE
    }
}
