/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roles that exist and the roles that each of them implies.
 *
 * <p>The hierarchy comes from configuration: {@code admin} implies {@code user} only where that is said. Implication is
 * transitive. Immutable and thread-safe; a question is one look-up for each granted role.
 */
public final class RoleModel {
    private final Map<String, Role> byName;
    private final Map<Role, Set<Role>> reach;

    private RoleModel(Map<String, Role> byName, Map<Role, Set<Role>> reach) {
        this.byName = byName;
        this.reach = reach;
    }

    /**
     * Makes a model from each role's name and the names that it implies directly.
     *
     * @param implied every role that exists, with the roles it implies
     * @return the model
     * @throws IllegalArgumentException if a name is malformed, an implied role isn't declared or roles imply each other
     *     in a circle; the message names the roles and the mend
     */
    public static RoleModel of(Map<String, ? extends Collection<String>> implied) {
        Map<String, Role> byName = new LinkedHashMap<>();
        implied.keySet().forEach(name -> byName.put(name, new Role(name)));
        implied.forEach((name, others) -> others.forEach(other -> requireDeclared(name, other, byName)));
        Map<Role, Set<Role>> reach = new LinkedHashMap<>();
        byName.values().forEach(role -> reach.put(role, reachOf(role, implied)));
        return new RoleModel(Map.copyOf(byName), Map.copyOf(reach));
    }

    /**
     * Finds a declared role.
     *
     * @param name its name
     * @return the role, or empty if there is none of this name
     */
    public Optional<Role> role(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Lists the declared roles.
     *
     * @return all roles, in no particular order
     */
    public Set<Role> roles() {
        return reach.keySet();
    }

    /**
     * Tells whether somebody has a role, granted or implied.
     *
     * @param granted the roles that were granted
     * @param needed the role that is asked for
     * @return whether one of the granted roles is it or implies it; a role that isn't declared implies nothing
     */
    public boolean includes(Set<Role> granted, Role needed) {
        for (Role role : granted) {
            if (reach.getOrDefault(role, Set.of()).contains(needed)) {
                return true;
            }
        }
        return false;
    }

    private static void requireDeclared(String name, String other, Map<String, Role> byName) {
        if (!byName.containsKey(other)) {
            throw new IllegalArgumentException("Role " + name + " implies " + new Role(other)
                    + ", which isn't declared: declare it, or take it out of what " + name + " implies");
        }
    }

    private static Set<Role> reachOf(Role start, Map<String, ? extends Collection<String>> implied) {
        Set<Role> seen = new LinkedHashSet<>();
        visit(start.name(), implied, seen, new ArrayList<>());
        return Set.copyOf(seen);
    }

    private static void visit(
            String name, Map<String, ? extends Collection<String>> implied, Set<Role> seen, List<String> way) {
        if (way.contains(name)) {
            way.add(name);
            throw new IllegalArgumentException("Roles imply each other in a circle: "
                    + String.join(" -> ", way.subList(way.indexOf(name), way.size())) + "; take one of these out");
        }
        if (!seen.add(new Role(name))) {
            return;
        }
        way.add(name);
        for (String other : impliedBy(name, implied)) {
            visit(other, implied, seen, way);
        }
        way.remove(way.size() - 1);
    }

    private static Collection<String> impliedBy(String name, Map<String, ? extends Collection<String>> implied) {
        Collection<String> others = implied.get(name);
        return others == null ? List.of() : others;
    }
}
