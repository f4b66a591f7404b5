/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.constraint;

import io.github.samedoor.mcp.door.container.SecurityConstraint;
import io.github.samedoor.mcp.door.container.UrlPattern;
import java.util.List;
import java.util.Optional;

/**
 * Tomcat's way: a prefix that covers the path but not the method is passed over, and an extension or {@code /} counts.
 *
 * <p>Methods that no constraint covers are denied by constraints that Tomcat adds to its own list.
 */
record TomcatRules(List<SecurityConstraint> constraints) implements ConstraintRules {
    @Override
    public Requirement of(String path, String method) {
        Optional<UrlPattern> best = BestPattern.of(constraints, path);
        if (best.isEmpty()) {
            return Requirement.NONE;
        }
        List<SecurityConstraint> applicable = applicable(best.get(), method);
        if (applicable.isEmpty() && best.get().isPrefix()) {
            applicable = BestPattern.among(constraints, path, pattern -> !pattern.isPrefix())
                    .map(next -> applicable(next, method))
                    .orElse(List.of());
        }
        return applicable.isEmpty() ? Requirement.NONE : Requirement.together(applicable);
    }

    private List<SecurityConstraint> applicable(UrlPattern pattern, String method) {
        return constraints.stream()
                .filter(constraint -> constraint.patterns().contains(pattern) && constraint.covers(method))
                .toList();
    }
}
