/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Users in this process; changes are gone when it ends. Thread-safe. */
public final class InMemoryUserDirectory implements UserDirectory {
    private final List<String> order;
    private final Map<String, String> idByName;
    private final Map<String, User> byId = new ConcurrentHashMap<>();

    /**
     * Makes a directory of users.
     *
     * @param users the users
     * @throws IllegalArgumentException if two have the same id or name; the message names it
     */
    public InMemoryUserDirectory(Collection<User> users) {
        Map<String, String> names = new LinkedHashMap<>();
        for (User user : users) {
            if (byId.putIfAbsent(user.id(), user) != null) {
                throw new IllegalArgumentException("Two users have the id " + user.id() + ": give each its own");
            }
            if (names.putIfAbsent(user.name(), user.id()) != null) {
                throw new IllegalArgumentException("Two users have the name " + user.name() + ": give each its own");
            }
        }
        this.idByName = Map.copyOf(names);
        this.order = List.copyOf(names.values());
    }

    @Override
    public Optional<User> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<User> byName(String name) {
        return Optional.ofNullable(idByName.get(name)).flatMap(this::byId);
    }

    @Override
    public List<User> all() {
        return order.stream().flatMap(id -> byId(id).stream()).toList();
    }

    @Override
    public Optional<User> update(String id, UnaryOperator<User> change) {
        return Optional.ofNullable(byId.computeIfPresent(id, (key, user) -> changed(user, change)));
    }

    private static User changed(User user, UnaryOperator<User> change) {
        User next = change.apply(user);
        if (!next.id().equals(user.id()) || !next.name().equals(user.name())) {
            throw new IllegalArgumentException("A change of a user keeps the id and the name");
        }
        return next;
    }
}
