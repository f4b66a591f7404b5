/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.token.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a session's tokens are written: a prefix, 128 bits that find the login and 256 bits that prove it.
 *
 * <p>The finder lets a store keep one record for a login and still tell a spent refresh token from an invented one. Its
 * hash is the {@link SessionId}.
 *
 * @param id which login the token claims
 * @param hash the hash of the whole token
 * @param secret the whole token
 */
record SessionToken(SessionId id, TokenHash hash, Secret secret) {
    static final String ACCESS = "session-";
    static final String REFRESH = "refresh-";

    private static final int FINDER_LENGTH = 16;
    private static final int PROOF_LENGTH = 32;
    /** The base64 length of both parts together; 48 bytes leave no spare bits, so each token has one spelling. */
    private static final int TEXT_LENGTH = 64;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Reads a token of one kind; empty for any other text. */
    static Optional<SessionToken> read(String prefix, Secret token) {
        String text = token.reveal();
        if (!text.startsWith(prefix) || text.length() != prefix.length() + TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(prefix.length()));
            return Optional.of(of(Arrays.copyOf(bytes, FINDER_LENGTH), token));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Makes the finder of a new login. */
    static byte[] newFinder(SecureRandom random) {
        byte[] finder = new byte[FINDER_LENGTH];
        random.nextBytes(finder);
        return finder;
    }

    /** Makes a token of random bits. */
    static SessionToken mint(String prefix, byte[] finder, SecureRandom random) {
        byte[] proof = new byte[PROOF_LENGTH];
        random.nextBytes(proof);
        return write(prefix, finder, proof);
    }

    /**
     * Makes the token that follows a refresh token: the same for the same salt, and not to be had without both.
     *
     * <p>This is how a spent token can answer its own successor although only hashes are stored.
     */
    SessionToken successor(String prefix, String salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            byte[] proof = mac.doFinal(("samedoor " + prefix + salt).getBytes(StandardCharsets.US_ASCII));
            return write(prefix, finder(), proof);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private byte[] finder() {
        String text = secret.reveal();
        byte[] bytes = Base64.getUrlDecoder().decode(text.substring(text.length() - TEXT_LENGTH));
        return Arrays.copyOf(bytes, FINDER_LENGTH);
    }

    private static SessionToken write(String prefix, byte[] finder, byte[] proof) {
        byte[] bytes = Arrays.copyOf(finder, FINDER_LENGTH + PROOF_LENGTH);
        System.arraycopy(proof, 0, bytes, FINDER_LENGTH, PROOF_LENGTH);
        return of(finder, new Secret(prefix + ENCODER.encodeToString(bytes)));
    }

    private static SessionToken of(byte[] finder, Secret token) {
        String id =
                TokenHash.of(new Secret(ENCODER.encodeToString(finder))).hex().substring(0, 32);
        return new SessionToken(new SessionId(id), TokenHash.of(token), token);
    }
}
