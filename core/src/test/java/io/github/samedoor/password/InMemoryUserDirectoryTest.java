/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryUserDirectoryTest {
    private static final User ALICE = user("1", "alice");
    private static final User BOB = user("2", "bob");

    private final InMemoryUserDirectory users = new InMemoryUserDirectory(List.of(ALICE, BOB));

    @Test
    void aUserIsFoundByIdAndByExactName() {
        assertThat(users.byId("1"), is(Optional.of(ALICE)));
        assertThat(users.byName("alice"), is(Optional.of(ALICE)));
        assertThat(users.byName("Alice"), is(Optional.empty()));
        assertThat(users.all(), is(List.of(ALICE, BOB)));
    }

    @Test
    void aChangeIsSeenByTheNextQuestion() {
        users.update("1", user -> user.withRoles(Set.of(new Role("admin"))));
        assertThat(users.caller("1").map(Caller::roles), is(Optional.of(Set.of(new Role("admin")))));
        users.update("1", user -> user.withEnabled(false));
        assertThat(users.caller("1"), is(Optional.empty()));
        assertThat(users.byName("alice").isPresent(), is(true));
    }

    @Test
    void idAndNameDoNotChange() {
        assertThrows(IllegalArgumentException.class, () -> users.update("1", user -> BOB));
        assertThat(users.update("3", user -> user), is(Optional.empty()));
    }

    @Test
    void twoUsersOfOneNameOrIdAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new InMemoryUserDirectory(List.of(ALICE, user("3", "alice"))));
        assertThrows(
                IllegalArgumentException.class, () -> new InMemoryUserDirectory(List.of(ALICE, user("1", "carol"))));
    }

    @Test
    void aUserDoesNotShowThePasswordHash() {
        User known = ALICE.withPassword(new PasswordHash("$pbkdf2-sha256$secret"));
        assertThat(known.toString(), not(containsString("secret")));
    }

    private static User user(String id, String name) {
        return new User(id, name, Optional.empty(), Set.of(), Optional.empty(), true);
    }
}
