/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.Role;
import io.github.samedoor.identity.Tenant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of the user directory.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the id, unique and never changed
 * @param name the name to log in with, unique and compared exactly
 * @param password the hashed password; empty for a user who can't log in with one
 * @param roles the granted roles, in their order
 * @param tenant the tenant that the user belongs to, or empty
 * @param enabled whether the user may call at all
 */
public record User(
        String id,
        String name,
        Optional<PasswordHash> password,
        Set<Role> roles,
        Optional<Tenant> tenant,
        boolean enabled) {
    /** Keeps a copy of the roles, in their order. */
    public User {
        roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    }

    /**
     * Returns the user as a caller.
     *
     * @return the caller, without the password
     */
    public Caller caller() {
        return new Caller(id, name, roles, tenant);
    }

    /**
     * Returns this user with other roles.
     *
     * @param newRoles the roles
     * @return the user
     */
    public User withRoles(Set<Role> newRoles) {
        return new User(id, name, password, newRoles, tenant, enabled);
    }

    /**
     * Returns this user with another password.
     *
     * @param hash the hash of the password
     * @return the user
     */
    public User withPassword(PasswordHash hash) {
        return new User(id, name, Optional.of(hash), roles, tenant, enabled);
    }

    /**
     * Returns this user as enabled or disabled.
     *
     * @param nowEnabled whether the user may call
     * @return the user
     */
    public User withEnabled(boolean nowEnabled) {
        return new User(id, name, password, roles, tenant, nowEnabled);
    }
}
