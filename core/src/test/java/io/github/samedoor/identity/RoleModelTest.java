/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.identity;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleModelTest {
    private static final Role ADMIN = new Role("admin");
    private static final Role USER = new Role("user");
    private static final Role GUEST = new Role("guest");

    private final RoleModel model =
            RoleModel.of(Map.of("admin", List.of("user"), "user", List.of("guest"), "guest", List.of()));

    @Test
    void aRoleIncludesItself() {
        assertThat(model.includes(Set.of(USER), USER), is(true));
    }

    @Test
    void implicationIsTransitive() {
        assertThat(model.includes(Set.of(ADMIN), GUEST), is(true));
    }

    @Test
    void implicationHasOneDirection() {
        assertThat(model.includes(Set.of(USER), ADMIN), is(false));
    }

    @Test
    void nothingIsImpliedUnlessSaid() {
        RoleModel flat = RoleModel.of(Map.of("admin", List.of(), "user", List.of()));
        assertThat(flat.includes(Set.of(ADMIN), USER), is(false));
    }

    @Test
    void aRoleThatIsNotDeclaredHasNoMeaning() {
        assertThat(model.includes(Set.of(new Role("root")), new Role("root")), is(false));
        assertThat(model.role("root"), is(Optional.empty()));
    }

    @Test
    void anUndeclaredImpliedRoleIsRefusedByName() {
        assertThat(
                complaint(Map.of("admin", List.of("operator"))),
                is("Role admin implies operator, which isn't declared: declare it, or take it out of what admin"
                        + " implies"));
    }

    @Test
    void aCircleIsRefusedWithItsWay() {
        Map<String, List<String>> circle = Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b"));
        assertThat(complaint(circle), containsString("in a circle"));
        assertThat(complaint(Map.of("a", List.of("a"))), containsString("a -> a"));
    }

    @Test
    void aDiamondIsNoCircle() {
        RoleModel diamond =
                RoleModel.of(Map.of("a", List.of("b", "c"), "b", List.of("d"), "c", List.of("d"), "d", List.of()));
        assertThat(diamond.includes(Set.of(new Role("a")), new Role("d")), is(true));
    }

    @Test
    void aMalformedNameIsRefused() {
        assertThat(complaint(Map.of("ad min", List.of())), containsString("A role name is"));
    }

    private static String complaint(Map<String, List<String>> implied) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> RoleModel.of(implied))
                .getMessage());
    }
}
