/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.token;

import io.github.samedoor.credential.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a token: all that is kept of it.
 *
 * <p>Tokens are random, so a plain hash is enough; passwords are another matter. Equality takes constant time. Immutable
 * and thread-safe.
 */
public final class TokenHash {
    private static final int LENGTH = 32;

    private final byte[] bytes;

    private TokenHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Hashes a token.
     *
     * @param token the token as its owner shows it
     * @return its hash
     */
    public static TokenHash of(Secret token) {
        try {
            return new TokenHash(MessageDigest.getInstance("SHA-256").digest(token.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads a hash that was stored.
     *
     * @param hex 64 hex digits, in either case
     * @return the hash
     * @throws IllegalArgumentException if the text has another form
     */
    public static TokenHash ofHex(String hex) {
        if (hex.length() != 2 * LENGTH || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException(
                    "A token's hash is the 64 hex digits of its SHA-256, as 'echo -n TOKEN | sha256sum' prints them");
        }
        return new TokenHash(HexFormat.of().parseHex(hex));
    }

    /**
     * Returns the hash as it is stored.
     *
     * @return 64 lower-case hex digits
     */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Returns the part of the hash that may be shown and logged.
     *
     * @return the first eight hex digits
     */
    public String id() {
        return HexFormat.of().formatHex(bytes, 0, 4);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    }

    /** Returns the id, not the whole hash. */
    @Override
    public String toString() {
        return id();
    }
}
