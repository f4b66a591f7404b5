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
 * Which constraints apply to a path and method, and what they ask together (Servlet 6.0 section 13.8).
 *
 * <p>The best pattern wins: an exact one, then the longest prefix, then an extension, then {@code /}. Immutable.
 */
final class ConstraintRules {
    private final List<SecurityConstraint> constraints;
    private final boolean deniesUncovered;

    ConstraintRules(List<SecurityConstraint> constraints, boolean deniesUncovered) {
        this.constraints = List.copyOf(constraints);
        this.deniesUncovered = deniesUncovered;
    }

    Requirement of(String path, String method) {
        Optional<UrlPattern> best = bestPattern(path);
        if (best.isEmpty()) {
            return Requirement.NONE;
        }
        List<SecurityConstraint> applicable = constraints.stream()
                .filter(constraint -> constraint.patterns().contains(best.get()))
                .filter(constraint -> constraint.covers(method))
                .toList();
        if (applicable.isEmpty()) {
            return deniesUncovered ? Requirement.DENIED : Requirement.NONE;
        }
        boolean confidential = applicable.stream().allMatch(SecurityConstraint::confidential);
        return new Requirement(combine(applicable), confidential);
    }

    private static Access combine(List<SecurityConstraint> constraints) {
        Set<String> roles = new LinkedHashSet<>();
        boolean open = false;
        boolean authenticatedIsEnough = false;
        for (SecurityConstraint constraint : constraints) {
            Permission permission = constraint.permission();
            if (permission instanceof Permission.Nobody) {
                return new Access.Denied();
            }
            open |= permission instanceof Permission.Everybody;
            authenticatedIsEnough |= permission instanceof Permission.Authenticated;
            if (permission instanceof Permission.OneOf oneOf) {
                roles.addAll(oneOf.roles());
            }
        }
        if (open) {
            return new Access.Open();
        }
        if (authenticatedIsEnough) {
            return new Access.Authenticated(Set.of());
        }
        return roles.isEmpty() ? new Access.Denied() : new Access.Authenticated(roles);
    }

    private Optional<UrlPattern> bestPattern(String path) {
        List<UrlPattern> matching = new ArrayList<>();
        for (SecurityConstraint constraint : constraints) {
            constraint.patterns().stream()
                    .filter(pattern -> pattern.isDefault() || pattern.matchesFilterPath(path))
                    .forEach(matching::add);
        }
        return matching.stream().max(ConstraintRules::compare);
    }

    private static int compare(UrlPattern first, UrlPattern second) {
        int byKind = Integer.compare(rank(first), rank(second));
        return byKind != 0
                ? byKind
                : Integer.compare(first.text().length(), second.text().length());
    }

    private static int rank(UrlPattern pattern) {
        if (pattern.isDefault()) {
            return 0;
        }
        if (pattern.isExtension()) {
            return 1;
        }
        return pattern.isPrefix() ? 2 : 3;
    }
}
