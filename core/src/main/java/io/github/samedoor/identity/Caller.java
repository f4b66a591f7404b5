/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.identity;

import java.security.Principal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody whose credential was accepted.
 *
 * <p>It is what {@code HttpServletRequest.getUserPrincipal()} answers. Its roles are those granted to the user, without
 * the ones they imply: ask a {@link RoleModel} what a caller may do. Immutable and thread-safe.
 *
 * @param id the user's id, which never changes
 * @param name the user's name, for people
 * @param roles the granted roles, in the order of the directory
 * @param tenant the tenant that the user belongs to, or empty
 */
public record Caller(String id, String name, Set<Role> roles, Optional<Tenant> tenant) implements Principal {
    /** Keeps a copy of the roles, in their order. */
    public Caller {
        roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    }

    /** Returns the user's name. */
    @Override
    public String getName() {
        return name;
    }
}
