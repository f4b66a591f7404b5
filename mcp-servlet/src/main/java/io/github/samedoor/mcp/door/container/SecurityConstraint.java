/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One security constraint, as the container holds it and whoever declared it (Servlet 6.0 section 13.8).
 *
 * @param patterns the paths it covers
 * @param methods the methods it names, in their order; empty for all
 * @param methodsAreOmitted whether the named methods are those that it does not cover
 * @param permission who may pass
 * @param confidential whether the connection has to be a secure one
 */
public record SecurityConstraint(
        List<UrlPattern> patterns,
        Set<String> methods,
        boolean methodsAreOmitted,
        Permission permission,
        boolean confidential) {
    /** Who may pass a constraint. */
    public sealed interface Permission {
        /** Everybody: the constraint has no auth-constraint. */
        record Everybody() implements Permission {}

        /** Nobody: the auth-constraint names no role. */
        record Nobody() implements Permission {}

        /** Whoever is authenticated: {@code **}. */
        record Authenticated() implements Permission {}

        /**
         * Whoever has one of some roles.
         *
         * @param roles the roles; for {@code *} all that the application declares
         */
        record OneOf(Set<String> roles) implements Permission {}
    }

    /** Keeps copies. */
    public SecurityConstraint {
        patterns = List.copyOf(patterns);
        methods = Collections.unmodifiableSet(new LinkedHashSet<>(methods));
    }

    /** Returns whether the constraint covers a method on its paths. */
    public boolean covers(String method) {
        return methods.isEmpty() || methods.contains(method) != methodsAreOmitted;
    }
}
