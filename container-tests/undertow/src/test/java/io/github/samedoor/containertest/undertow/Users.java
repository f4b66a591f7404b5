/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.undertow;

import io.github.samedoor.containertest.User;
import io.undertow.security.idm.Account;
import io.undertow.security.idm.Credential;
import io.undertow.security.idm.DigestCredential;
import io.undertow.security.idm.IdentityManager;
import io.undertow.security.idm.PasswordCredential;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows the users of an application.
 *
 * @param known the users
 */
record Users(List<User> known) implements IdentityManager {
    private record Known(User user) implements Account {
        @Override
        public Principal getPrincipal() {
            return user::name;
        }

        @Override
        public Set<String> getRoles() {
            return user.roles();
        }
    }

    @Override
    public Account verify(Account account) {
        return account;
    }

    @Override
    public @Nullable Account verify(String name, Credential credential) {
        Optional<User> user =
                known.stream().filter(one -> one.name().equals(name)).findFirst();
        return user.filter(one -> fits(one, credential)).map(Known::new).orElse(null);
    }

    /** Knows nobody by a credential that carries no name. */
    @Override
    public @Nullable Account verify(Credential credential) {
        return null;
    }

    private static boolean fits(User user, Credential credential) {
        if (credential instanceof PasswordCredential password) {
            return user.password().equals(new String(password.getPassword()));
        }
        return credential instanceof DigestCredential digest && digest.verifyHA1(hash(user, digest.getRealm()));
    }

    /** RFC 7616 section 3.4.2, with MD5 as Undertow offers it. */
    private static byte[] hash(User user, String realm) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5")
                    .digest((user.name() + ':' + realm + ':' + user.password()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
