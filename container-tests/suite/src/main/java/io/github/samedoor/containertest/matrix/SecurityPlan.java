/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code @ServletSecurity} or {@code setServletSecurity} asks for a servlet.
 *
 * @param role the role that is asked for, if any
 * @param empty what no role means
 * @param byMethod the roles of single methods; an empty role means that nobody may
 */
record SecurityPlan(Optional<String> role, EmptyRoleSemantic empty, Map<String, String> byMethod) {
    /** Keeps a copy. */
    SecurityPlan {
        byMethod = Map.copyOf(byMethod);
    }

    /** Returns the end of the line that {@link Registrar} reads. */
    String line() {
        return role.orElse("")
                + ';'
                + empty
                + ';'
                + byMethod.entrySet().stream()
                        .map(each -> each.getKey() + '=' + each.getValue())
                        .sorted()
                        .collect(Collectors.joining(","));
    }
}
