/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.constraint;

import io.github.samedoor.mcp.door.constraint.Requirement.Access;
import io.github.samedoor.mcp.door.container.SecurityConstraint;
import io.github.samedoor.mcp.door.container.UrlPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's way: constraints of a pattern are put together one after the other, so that their order counts, and a constraint
 * that names the method hides all that don't.
 */
final class JettyRules implements ConstraintRules {
    private static final Key EVERY_METHOD = new Key(List.of(), false);

    private final List<SecurityConstraint> constraints;
    private final boolean deniesUncovered;
    private final boolean joinsOmissions;
    private final Map<UrlPattern, Map<Key, Requirement>> byPattern = new HashMap<>();

    /** Which methods an entry is for: some, all but some, or all. */
    private record Key(List<String> methods, boolean omitted) {}

    /**
     * Puts the constraints together as Jetty does.
     *
     * @param constraints all of them in Jetty's order
     * @param deniesUncovered whether methods that none covers are denied
     * @param joinsOmissions whether constraints that omit the same methods are put together; before Jetty 12.1 the last one
     *     of them replaces the others, and a method counts as omitted if its name is part of an omitted one
     */
    JettyRules(List<SecurityConstraint> constraints, boolean deniesUncovered, boolean joinsOmissions) {
        this.joinsOmissions = joinsOmissions;
        this.constraints = List.copyOf(constraints);
        this.deniesUncovered = deniesUncovered;
        for (SecurityConstraint constraint : constraints) {
            for (UrlPattern pattern : constraint.patterns()) {
                add(constraint, byPattern.computeIfAbsent(pattern, any -> new HashMap<>()));
            }
        }
    }

    @Override
    public Requirement of(String path, String method) {
        Optional<UrlPattern> best = BestPattern.of(constraints, path);
        if (best.isEmpty()) {
            return Requirement.NONE;
        }
        Map<Key, Requirement> entries = byPattern.getOrDefault(best.get(), Map.of());
        Optional<Requirement> found = Optional.ofNullable(entries.get(new Key(List.of(method), false)));
        if (found.isPresent()) {
            return found.get();
        }
        found = Optional.ofNullable(entries.get(EVERY_METHOD));
        for (Map.Entry<Key, Requirement> entry : entries.entrySet()) {
            if (entry.getKey().omitted() && !isOmitted(method, entry.getKey())) {
                found = Optional.of(
                        found.map(before -> before.or(entry.getValue())).orElse(entry.getValue()));
            }
        }
        return found.orElse(deniesUncovered ? Requirement.DENIED : Requirement.NONE);
    }

    private void add(SecurityConstraint constraint, Map<Key, Requirement> entries) {
        Requirement asked = Requirement.together(List.of(constraint));
        if (isDenied(entries.get(EVERY_METHOD))) {
            return;
        }
        if (constraint.methodsAreOmitted()) {
            Key omitted = new Key(List.copyOf(constraint.methods()), true);
            entries.merge(omitted, asked, (before, last) -> joinsOmissions ? before.or(last) : last);
            return;
        }
        Key key = new Key(List.copyOf(constraint.methods()), false);
        Requirement before = entries.getOrDefault(key, entries.get(EVERY_METHOD));
        if (isDenied(before)) {
            return;
        }
        Requirement together = before == null ? asked : before.or(asked);
        if (key.equals(EVERY_METHOD) && isDenied(together)) {
            entries.clear();
        }
        entries.put(key, together);
    }

    private boolean isOmitted(String method, Key key) {
        return joinsOmissions
                ? key.methods().contains(method)
                : String.join(".", key.methods()).contains(method);
    }

    private static boolean isDenied(@Nullable Requirement requirement) {
        return requirement != null && requirement.access() instanceof Access.Denied;
    }
}
