/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * Somebody whom the container itself can authenticate.
 *
 * @param name the login name
 * @param password the password
 * @param roles the roles that {@code isUserInRole} answers to
 */
public record User(String name, String password, Set<String> roles) {
    /** May do what the role {@code user} may. */
    public static final User JOE = new User("joe", "joes-password", Set.of("user"));

    /** May do what the role {@code admin} may, and nothing that only {@code user} may. */
    public static final User ROOT = new User("root", "roots-password", Set.of("admin"));

    /** Keeps a copy of the roles. */
    public User {
        roles = Set.copyOf(roles);
    }

    /**
     * Writes the header line that authenticates this user with the BASIC scheme.
     *
     * @return {@code Authorization: Basic ...}
     */
    public String basicAuthorization() {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
