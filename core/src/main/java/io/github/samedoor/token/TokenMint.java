/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.token;

import io.github.samedoor.credential.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes new tokens: a prefix that says what they are, and 256 random bits; as thread-safe as its source of randomness. */
public final class TokenMint {
    private final SecureRandom random;

    /**
     * Makes a mint.
     *
     * @param random where the bits come from
     */
    public TokenMint(SecureRandom random) {
        this.random = random;
    }

    /**
     * Makes one token.
     *
     * @param prefix what it starts with, such as {@code key-}
     * @return the token: the prefix and 43 characters of URL-safe base64
     */
    public Secret mint(String prefix) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
}
