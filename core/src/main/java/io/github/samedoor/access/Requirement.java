/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.access;

import java.util.List;

/** What a rule demands of a caller. */
public sealed interface Requirement {
    /** Nothing: everybody may call. */
    record Open() implements Requirement {}

    /** That it is known who calls. */
    record Authenticated() implements Requirement {}

    /**
     * One of some roles.
     *
     * @param roles the roles' names, at least one
     */
    record AnyRole(List<String> roles) implements Requirement {
        /**
         * Keeps a copy of the roles.
         *
         * @throws IllegalArgumentException if there is none
         */
        public AnyRole {
            roles = List.copyOf(roles);
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("A rule that demands a role names at least one");
            }
        }
    }

    /** What nobody can meet. */
    record Denied() implements Requirement {}

    /**
     * Decides about a subject.
     *
     * @param subject who calls
     * @return the decision; a subject that isn't known is asked for a credential rather than told what is missing
     */
    default AccessDecision decide(Subject subject) {
        if (this instanceof Open) {
            return new AccessDecision.Granted();
        }
        if (!subject.isAuthenticated()) {
            return new AccessDecision.Unauthenticated();
        }
        if (this instanceof Authenticated) {
            return new AccessDecision.Granted();
        }
        List<String> roles = this instanceof AnyRole any ? any.roles() : List.of();
        return roles.stream().anyMatch(subject::hasRole)
                ? new AccessDecision.Granted()
                : new AccessDecision.Forbidden(roles);
    }
}
