/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A policy made of rules, of which the first that is about a call decides.
 *
 * <p>Immutable and thread-safe; a decision looks at each rule at most once.
 *
 * @param rules the rules in their order
 * @param unmatched what is demanded where no rule is about a call
 */
public record AccessRules(List<AccessRule> rules, Requirement unmatched) implements AccessPolicy {
    /** Keeps a copy of the rules. */
    public AccessRules {
        rules = List.copyOf(rules);
    }

    /**
     * Reads rules, one a line, as {@link AccessRule#parse} does.
     *
     * @param lines the rules; empty lines and lines that start with {@code #} don't count
     * @param unmatched what is demanded where no rule is about a call
     * @return the policy
     * @throws IllegalArgumentException if a line has another form; the message shows it and the mend
     */
    public static AccessRules parse(String lines, Requirement unmatched) {
        return new AccessRules(
                lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(AccessRule::parse)
                        .toList(),
                unmatched);
    }

    @Override
    public AccessDecision decide(String method, String path, Subject subject) {
        for (AccessRule rule : rules) {
            if (rule.matches(method, path)) {
                return rule.requirement().decide(subject);
            }
        }
        return unmatched.decide(subject);
    }

    /**
     * Lists the roles that the rules name, to compare them with the roles that exist.
     *
     * @return the names
     */
    public Set<String> roles() {
        return rules.stream()
                .map(AccessRule::requirement)
                .filter(Requirement.AnyRole.class::isInstance)
                .flatMap(requirement -> ((Requirement.AnyRole) requirement).roles().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
