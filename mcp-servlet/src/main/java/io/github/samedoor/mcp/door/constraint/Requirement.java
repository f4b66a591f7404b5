/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.constraint;

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
}
