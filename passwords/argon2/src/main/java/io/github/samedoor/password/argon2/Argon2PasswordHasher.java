/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password.argon2;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.password.PasswordHash;
import io.github.samedoor.password.PasswordHasher;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), computed by Bouncy Castle, with a salt of 16 bytes and a hash of 32.
 *
 * <p>Its hashes have the usual form, {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}, so that those of other programs are
 * read too. A check takes the memory of its cost for as long as it runs. Thread-safe.
 */
public final class Argon2PasswordHasher implements PasswordHasher {
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;

    private final Argon2Cost cost;
    private final SecureRandom random;

    /** Makes a hasher of the standard cost. */
    public Argon2PasswordHasher() {
        this(Argon2Cost.standard(), new SecureRandom());
    }

    /**
     * Makes a hasher.
     *
     * @param cost how much work a hash is; less than {@link Argon2Cost#standard()} is for tests
     * @param random makes the salts
     */
    public Argon2PasswordHasher(Argon2Cost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
    }

    @Override
    public PasswordHash hash(Secret password) {
        byte[] salt = randomBytes(SALT_LENGTH);
        return new Argon2Hash(cost, salt, derive(password, cost, salt, HASH_LENGTH)).encode();
    }

    @Override
    public boolean verify(Secret password, PasswordHash hash) {
        Argon2Hash stored = Argon2Hash.read(hash)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A stored password hash has another form than $argon2id$v=19$m=M,t=T,p=P$SALT$HASH"));
        byte[] derived = derive(password, stored.cost(), stored.salt(), stored.hash().length);
        if (cost.exceeds(stored.cost())) {
            // An old hash must not be told from a user who doesn't exist by its time.
            derive(password, cost.without(stored.cost()), stored.salt(), HASH_LENGTH);
        }
        return MessageDigest.isEqual(stored.hash(), derived);
    }

    @Override
    public boolean reads(PasswordHash hash) {
        return Argon2Hash.read(hash).isPresent();
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        return Argon2Hash.read(hash).map(stored -> cost.exceeds(stored.cost())).orElse(true);
    }

    @Override
    public PasswordHash dummy() {
        return new Argon2Hash(cost, randomBytes(SALT_LENGTH), randomBytes(HASH_LENGTH)).encode();
    }

    private static byte[] derive(Secret password, Argon2Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] bytes = password.bytes();
        byte[] hash = new byte[length];
        try {
            generator.generateBytes(bytes, hash);
            return hash;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
