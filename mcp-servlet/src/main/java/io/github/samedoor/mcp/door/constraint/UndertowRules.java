/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.constraint;

import io.github.samedoor.mcp.door.constraint.Requirement.Access;
import io.github.samedoor.mcp.door.container.SecurityConstraint;
import io.github.samedoor.mcp.door.container.SecurityConstraint.Permission;
import io.github.samedoor.mcp.door.container.UrlPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Undertow's way: those for every method come first, then those that name it, then those that omit others; the first of
 * them without roles decides alone, and one that asks for a secure connection is enough.
 */
record UndertowRules(List<SecurityConstraint> constraints, boolean deniesUncovered) implements ConstraintRules {
    @Override
    public Requirement of(String path, String method) {
        Optional<UrlPattern> best = BestPattern.of(constraints, path);
        if (best.isEmpty()) {
            return Requirement.NONE;
        }
        List<SecurityConstraint> inOrder = new ArrayList<>();
        List<SecurityConstraint> ofPattern = constraints.stream()
                .filter(constraint -> constraint.patterns().contains(best.get()) && constraint.covers(method))
                .toList();
        ofPattern.stream().filter(each -> each.methods().isEmpty()).forEach(inOrder::add);
        ofPattern.stream()
                .filter(each -> !each.methods().isEmpty() && !each.methodsAreOmitted())
                .forEach(inOrder::add);
        ofPattern.stream()
                .filter(each -> !each.methods().isEmpty() && each.methodsAreOmitted())
                .forEach(inOrder::add);
        if (inOrder.isEmpty()) {
            return deniesUncovered ? Requirement.DENIED : Requirement.NONE;
        }
        return new Requirement(access(inOrder), inOrder.stream().anyMatch(SecurityConstraint::confidential));
    }

    private static Access access(List<SecurityConstraint> inOrder) {
        Set<String> roles = new LinkedHashSet<>();
        boolean authenticatedIsEnough = false;
        for (SecurityConstraint constraint : inOrder) {
            Permission permission = constraint.permission();
            if (permission instanceof Permission.Nobody) {
                return new Access.Denied();
            }
            if (permission instanceof Permission.Everybody) {
                return new Access.Open();
            }
            authenticatedIsEnough |= permission instanceof Permission.Authenticated;
            if (permission instanceof Permission.OneOf oneOf) {
                roles.addAll(oneOf.roles());
            }
        }
        if (roles.isEmpty() && !authenticatedIsEnough) {
            return new Access.Denied();
        }
        return new Access.Authenticated(authenticatedIsEnough ? Set.of() : roles);
    }
}
