/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import io.github.samedoor.credential.Secret;
import java.util.List;

/**
 * Several hashers side by side, told apart by the form of a hash: the first makes new hashes, the others still verify
 * theirs until each user has logged in once.
 *
 * <p>Every check does the work of every hasher, so that its time doesn't tell which algorithm a user's hash has, or
 * whether there is such a user. Take a hasher out when no hash needs it any more. Thread-safe.
 */
public final class PasswordHashers implements PasswordHasher {
    private final List<PasswordHasher> hashers;
    private final List<PasswordHash> dummies;

    private PasswordHashers(List<PasswordHasher> hashers) {
        this.hashers = hashers;
        this.dummies = hashers.stream().map(PasswordHasher::dummy).toList();
    }

    /**
     * Puts hashers side by side.
     *
     * @param hashers the one that makes new hashes, then those that only verify
     * @return a hasher that reads what any of them reads
     * @throws IllegalArgumentException if there is none
     */
    public static PasswordHasher firstOf(List<PasswordHasher> hashers) {
        if (hashers.isEmpty()) {
            throw new IllegalArgumentException("There must be at least one password hasher");
        }
        return hashers.size() == 1 ? hashers.get(0) : new PasswordHashers(List.copyOf(hashers));
    }

    @Override
    public PasswordHash hash(Secret password) {
        return hashers.get(0).hash(password);
    }

    @Override
    public boolean verify(Secret password, PasswordHash hash) {
        if (!reads(hash)) {
            throw new IllegalArgumentException("A stored password hash has a form that no password hasher here reads");
        }
        boolean matches = false;
        boolean verified = false;
        for (int i = 0; i < hashers.size(); i++) {
            PasswordHasher hasher = hashers.get(i);
            boolean mine = !verified && hasher.reads(hash);
            boolean answer = hasher.verify(password, mine ? hash : dummies.get(i));
            matches |= mine && answer;
            verified |= mine;
        }
        return matches;
    }

    @Override
    public boolean reads(PasswordHash hash) {
        return hashers.stream().anyMatch(hasher -> hasher.reads(hash));
    }

    @Override
    public boolean needsRehash(PasswordHash hash) {
        PasswordHasher first = hashers.get(0);
        return !first.reads(hash) || first.needsRehash(hash);
    }

    @Override
    public PasswordHash dummy() {
        return dummies.get(0);
    }
}
