/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.CallerDirectory;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The users: the port that a file, a database or a directory server fills.
 *
 * <p>Every method may throw {@link io.github.samedoor.identity.StoreUnavailableException}. Implementations are
 * thread-safe, and a change is seen by the next call.
 */
public interface UserDirectory extends CallerDirectory {
    /**
     * Finds a user by id.
     *
     * @param id the id
     * @return the user, enabled or not, or empty
     */
    Optional<User> byId(String id);

    /**
     * Finds a user by the name to log in with.
     *
     * @param name the name, compared exactly
     * @return the user, enabled or not, or empty
     */
    Optional<User> byName(String name);

    /**
     * Lists the users.
     *
     * @return all users in the directory's order
     */
    List<User> all();

    /**
     * Changes a user in one atomic step.
     *
     * @param id which
     * @param change gives the user as it shall be; keeps id and name; may be called more than once
     * @return the user as it is now, or empty if there is none of this id
     */
    Optional<User> update(String id, UnaryOperator<User> change);

    @Override
    default Optional<Caller> caller(String userId) {
        return byId(userId).filter(User::enabled).map(User::caller);
    }
}
