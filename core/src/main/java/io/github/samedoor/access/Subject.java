/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.access;

import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.Role;
import io.github.samedoor.identity.RoleModel;
import java.util.function.Predicate;

/** Somebody about whom a decision is made: known or not, and with which roles. */
public interface Subject {
    /**
     * Tells whether it is known who this is.
     *
     * @return whether there is an accepted credential
     */
    boolean isAuthenticated();

    /**
     * Tells whether this subject has a role, granted or implied.
     *
     * @param role the role's name
     * @return whether it has
     */
    boolean hasRole(String role);

    /**
     * Returns the subject of whom nothing is known.
     *
     * @return the subject
     */
    static Subject anonymous() {
        return of(false, role -> false);
    }

    /**
     * Returns a caller as a subject.
     *
     * @param caller who
     * @param roles what the caller's roles imply
     * @return the subject
     */
    static Subject of(Caller caller, RoleModel roles) {
        return of(
                true,
                role -> roles.role(role)
                        .map(declared -> roles.includes(caller.roles(), declared))
                        .orElseGet(() -> caller.roles().stream().map(Role::name).anyMatch(role::equals)));
    }

    /**
     * Returns a subject that somebody else knows about, such as a servlet request.
     *
     * @param authenticated whether it is known who this is
     * @param hasRole whether this subject has the role of a name
     * @return the subject
     */
    static Subject of(boolean authenticated, Predicate<String> hasRole) {
        return new Subject() {
            @Override
            public boolean isAuthenticated() {
                return authenticated;
            }

            @Override
            public boolean hasRole(String role) {
                return hasRole.test(role);
            }
        };
    }
}
