/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.constraint;

import io.github.samedoor.mcp.door.container.SecurityConstraint;
import io.github.samedoor.mcp.door.container.SecurityConstraint.Permission;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What all constraints of a path and method together ask of a call (Servlet 6.0 section 13.8.1).
 *
 * @param access who may pass
 * @param confidential whether the connection has to be a secure one
 */
record Requirement(Access access, boolean confidential) {
    /** Who may pass. */
    sealed interface Access {
        /** Everybody. */
        record Open() implements Access {}

        /** Nobody. */
        record Denied() implements Access {}

        /**
         * Whoever is authenticated and has one of some roles.
         *
         * @param roles the roles; empty where being authenticated is enough
         */
        record Authenticated(Set<String> roles) implements Access {}
    }

    static final Requirement NONE = new Requirement(new Access.Open(), false);
    static final Requirement DENIED = new Requirement(new Access.Denied(), false);

    /** Returns what constraints ask together that all count alike: nobody before everybody before the roles of all. */
    static Requirement together(List<SecurityConstraint> constraints) {
        return constraints.stream()
                .map(constraint -> new Requirement(access(constraint.permission()), constraint.confidential()))
                .reduce(Requirement::or)
                .orElse(NONE);
    }

    /** Returns what this and another constraint of the same pattern ask together. */
    Requirement or(Requirement other) {
        return new Requirement(or(access, other.access), confidential && other.confidential);
    }

    private static Access or(Access first, Access second) {
        if (first instanceof Access.Denied || second instanceof Access.Denied) {
            return new Access.Denied();
        }
        if (!(first instanceof Access.Authenticated one && second instanceof Access.Authenticated two)) {
            return new Access.Open();
        }
        if (one.roles().isEmpty() || two.roles().isEmpty()) {
            return new Access.Authenticated(Set.of());
        }
        Set<String> roles = new LinkedHashSet<>(one.roles());
        roles.addAll(two.roles());
        return new Access.Authenticated(roles);
    }

    private static Access access(Permission permission) {
        if (permission instanceof Permission.Everybody) {
            return new Access.Open();
        }
        if (permission instanceof Permission.Authenticated) {
            return new Access.Authenticated(Set.of());
        }
        boolean someRole =
                permission instanceof Permission.OneOf oneOf && !oneOf.roles().isEmpty();
        return someRole ? new Access.Authenticated(((Permission.OneOf) permission).roles()) : new Access.Denied();
    }
}
