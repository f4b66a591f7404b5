/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.constraint;

import io.github.samedoor.mcp.door.constraint.Requirement.Access;
import io.github.samedoor.mcp.door.container.SecurityConstraint;
import io.github.samedoor.mcp.door.container.SecurityConstraint.Permission;
import io.github.samedoor.mcp.door.container.UrlPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Undertow's way: those for every method come first, then those that name it, then those that omit others; the first of
 * them without roles decides alone, and one that asks for a secure connection is enough. Where uncovered methods are denied,
 * so is every path that no constraint names.
 */
record UndertowRules(List<SecurityConstraint> constraints, boolean deniesUncovered) implements ConstraintRules {
    @Override
    public Requirement of(String path, String method) {
        Optional<UrlPattern> best = BestPattern.of(constraints, path);
        List<SecurityConstraint> ofPattern = constraints.stream()
                .filter(constraint ->
                        best.filter(constraint.patterns()::contains).isPresent())
                .toList();
        List<SecurityConstraint> every = those(ofPattern, Kind.EVERY_METHOD);
        List<SecurityConstraint> named = those(ofPattern, Kind.NAMED);
        List<SecurityConstraint> omitting = those(ofPattern, Kind.OMITTING);
        boolean covered = every.stream().anyMatch(each -> !(each.permission() instanceof Permission.Everybody))
                || named.stream().anyMatch(each -> each.covers(method))
                || (best.isPresent() && named.isEmpty() && omitting.isEmpty())
                || (named.isEmpty() && omitting.stream().anyMatch(each -> each.covers(method)));
        if (deniesUncovered && !covered) {
            return Requirement.DENIED;
        }
        List<SecurityConstraint> inOrder = Stream.of(every, named, omitting)
                .flatMap(List::stream)
                .filter(each -> each.covers(method))
                .toList();
        return inOrder.isEmpty()
                ? Requirement.NONE
                : new Requirement(access(inOrder), inOrder.stream().anyMatch(SecurityConstraint::confidential));
    }

    private enum Kind {
        EVERY_METHOD,
        NAMED,
        OMITTING;

        static Kind of(SecurityConstraint constraint) {
            if (constraint.methods().isEmpty()) {
                return EVERY_METHOD;
            }
            return constraint.methodsAreOmitted() ? OMITTING : NAMED;
        }
    }

    private static List<SecurityConstraint> those(List<SecurityConstraint> constraints, Kind kind) {
        return constraints.stream()
                .filter(constraint -> Kind.of(constraint) == kind)
                .toList();
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
