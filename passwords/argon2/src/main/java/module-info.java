/* SPDX-License-Identifier: Apache-2.0 */
/** Argon2id for passwords, found by the identity file where this module is present. */
module io.github.samedoor.passwords.argon {
    requires static transitive org.jspecify;
    requires transitive io.github.samedoor.core;
    requires org.bouncycastle.provider;

    exports io.github.samedoor.password.argon2;

    provides io.github.samedoor.password.PasswordHasher with
            io.github.samedoor.password.argon2.Argon2PasswordHasher;
}
