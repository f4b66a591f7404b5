/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.password.PasswordHash;
import io.github.samedoor.password.PasswordHasher;
import io.github.samedoor.password.PasswordHashers;
import io.github.samedoor.password.Pbkdf2PasswordHasher;
import io.github.samedoor.password.User;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The password hashers that the application carries: those of optional modules, then PBKDF2, which is built in.
 *
 * @param hashers the hashers, the one for new hashes first
 */
record InstalledHashers(List<PasswordHasher> hashers) {
    /** Looks where the application's classes are, which may not be where this library is. */
    static InstalledHashers find() {
        List<PasswordHasher> found = new ArrayList<>();
        ServiceLoader.load(PasswordHasher.class, Thread.currentThread().getContextClassLoader())
                .forEach(found::add);
        found.add(new Pbkdf2PasswordHasher());
        return new InstalledHashers(List.copyOf(found));
    }

    boolean reads(PasswordHash hash) {
        return hashers.stream().anyMatch(hasher -> hasher.reads(hash));
    }

    /** Returns the first hasher and those that a user's hash still needs; each costs time in every login. */
    PasswordHasher forUsers(List<User> users) {
        List<PasswordHasher> needed = new ArrayList<>(hashers.subList(0, 1));
        for (PasswordHasher hasher : hashers.subList(1, hashers.size())) {
            boolean used = users.stream()
                    .flatMap(user -> user.password().stream())
                    .anyMatch(hash -> hasher.reads(hash)
                            && !PasswordHashers.firstOf(needed).reads(hash));
            if (used) {
                needed.add(hasher);
            }
        }
        return PasswordHashers.firstOf(needed);
    }
}
