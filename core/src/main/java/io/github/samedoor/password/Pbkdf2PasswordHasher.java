/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import io.github.samedoor.credential.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 with HMAC-SHA256 (RFC 8018 section 5.2) of the JDK, with a salt of 16 bytes and a hash of 32.
 *
 * <p>Its hashes are written {@code $pbkdf2-sha256$i=ITERATIONS$SALT$HASH}, both parts in base64 without padding.
 * Thread-safe.
 */
public final class Pbkdf2PasswordHasher implements PasswordHasher {
    /** The iterations that the OWASP password storage cheat sheet asks for. */
    public static final int STANDARD_ITERATIONS = 600_000;

    private static final int MAX_ITERATIONS = 10_000_000;
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$pbkdf2-sha256\\$i=([1-9][0-9]{0,7})\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    private final int iterations;
    private final SecureRandom random;

    /** Makes a hasher with {@link #STANDARD_ITERATIONS}. */
    public Pbkdf2PasswordHasher() {
        this(STANDARD_ITERATIONS, new SecureRandom());
    }

    /**
     * Makes a hasher.
     *
     * @param iterations how slow it is, 1 to 10 million; fewer than {@link #STANDARD_ITERATIONS} is for tests
     * @param random makes the salts
     * @throws IllegalArgumentException if there are too few or too many iterations
     */
    public Pbkdf2PasswordHasher(int iterations, SecureRandom random) {
        if (iterations < 1 || iterations > MAX_ITERATIONS) {
            throw new IllegalArgumentException("PBKDF2 iterations are 1 to " + MAX_ITERATIONS);
        }
        this.iterations = iterations;
        this.random = random;
    }

    @Override
    public PasswordHash hash(Secret password) {
        byte[] salt = randomBytes(SALT_LENGTH);
        return encode(salt, derive(password, salt, iterations));
    }

    @Override
    public boolean verify(Secret password, PasswordHash hash) {
        Stored stored = stored(hash)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A stored password hash has another form than $pbkdf2-sha256$i=ITERATIONS$SALT$HASH"));
        byte[] derived = derive(password, stored.salt(), stored.iterations());
        if (stored.iterations() < iterations) {
            // An old hash must not be told from a user who doesn't exist by its time.
            derive(password, stored.salt(), iterations - stored.iterations());
        }
        return MessageDigest.isEqual(stored.hash(), derived);
    }

    @Override
    public boolean reads(PasswordHash hash) {
        return stored(hash).isPresent();
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        return stored(hash).map(stored -> stored.iterations() < iterations).orElse(true);
    }

    @Override
    public PasswordHash dummy() {
        return encode(randomBytes(SALT_LENGTH), randomBytes(HASH_LENGTH));
    }

    @SuppressWarnings("ArrayRecordComponent") // lives within one method
    private record Stored(int iterations, byte[] salt, byte[] hash) {}

    private static Optional<Stored> stored(PasswordHash hash) {
        Matcher matcher = FORM.matcher(hash.encoded());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > MAX_ITERATIONS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Stored(
                    Integer.parseInt(matcher.group(1)),
                    Base64.getDecoder().decode(matcher.group(2)),
                    Base64.getDecoder().decode(matcher.group(3))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] derive(Secret password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, HASH_LENGTH * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }

    private PasswordHash encode(byte[] salt, byte[] hash) {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$pbkdf2-sha256$i=" + iterations + '$' + encoder.encodeToString(salt) + '$'
                + encoder.encodeToString(hash));
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
