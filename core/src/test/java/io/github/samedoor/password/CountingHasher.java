/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import io.github.samedoor.credential.Secret;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A real hasher that counts its slow steps, which is what a login costs. */
final class CountingHasher implements PasswordHasher {
    private final PasswordHasher hasher;
    private final AtomicInteger verified = new AtomicInteger();
    private final AtomicInteger hashed = new AtomicInteger();

    CountingHasher(int iterations) {
        this(new Pbkdf2PasswordHasher(iterations, new SecureRandom()));
    }

    CountingHasher(PasswordHasher hasher) {
        this.hasher = hasher;
    }

    int verified() {
        return verified.get();
    }

    int hashed() {
        return hashed.get();
    }

    @Override
    public PasswordHash hash(Secret password) {
        hashed.incrementAndGet();
        return hasher.hash(password);
    }

    @Override
    public boolean verify(Secret password, PasswordHash hash) {
        verified.incrementAndGet();
        return hasher.verify(password, hash);
    }

    @Override
    public boolean reads(PasswordHash hash) {
        return hasher.reads(hash);
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        return hasher.needsRehash(hash);
    }

    @Override
    public PasswordHash dummy() {
        return hasher.dummy();
    }
}
