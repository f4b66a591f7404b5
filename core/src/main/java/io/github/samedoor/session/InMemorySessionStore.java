/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Sessions in this process, gone when it ends; thread-safe. */
public final class InMemorySessionStore implements SessionStore {
    private final Map<SessionId, Session> byId = new ConcurrentHashMap<>();

    /** Makes an empty store. */
    public InMemorySessionStore() {}

    @Override
    public void add(Session session) {
        if (byId.putIfAbsent(session.id(), session) != null) {
            throw new IllegalStateException("There is a session of this id already");
        }
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public boolean replace(Session next) {
        AtomicBoolean replaced = new AtomicBoolean();
        byId.computeIfPresent(next.id(), (id, stored) -> {
            replaced.set(stored.version() == next.version() - 1);
            return replaced.get() ? next : stored;
        });
        return replaced.get();
    }

    @Override
    public void touch(SessionId id, Instant when) {
        byId.computeIfPresent(id, (key, stored) -> stored.usedAt(when));
    }

    @Override
    public boolean remove(SessionId id) {
        return byId.remove(id) != null;
    }

    @Override
    public int removeOf(String userId) {
        return removeIf(session -> session.userId().equals(userId));
    }

    @Override
    public int removeAll() {
        return removeIf(session -> true);
    }

    @Override
    public void removeOver(Instant now, Instant idleSince) {
        removeIf(session -> !session.ends().isAfter(now) || !session.lastUsed().isAfter(idleSince));
    }

    @Override
    public List<Session> all() {
        return List.copyOf(byId.values());
    }

    /** Counts what it removed itself, so that two removals at once don't count a session twice. */
    private int removeIf(Predicate<Session> condition) {
        int removed = 0;
        for (Session session : new ArrayList<>(byId.values())) {
            if (condition.test(session) && byId.remove(session.id()) != null) {
                removed++;
            }
        }
        return removed;
    }
}
