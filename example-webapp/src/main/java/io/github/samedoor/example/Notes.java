/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Everybody's notes, in memory. Nobody reaches a note but through its owner.
 *
 * <p>Thread-safe. Bounded: an owner keeps at most {@value #MAX_PER_OWNER} notes.
 */
final class Notes {
    static final int MAX_PER_OWNER = 1_000;

    private final AtomicLong lastId = new AtomicLong();
    private final ConcurrentMap<Owner, Map<Long, Note>> byOwner = new ConcurrentHashMap<>();

    /** Lists an owner's notes, oldest first. */
    Collection<Note> of(Owner owner) {
        return List.copyOf(own(owner).values());
    }

    /** Finds one of an owner's notes; somebody else's isn't found. */
    Optional<Note> find(Owner owner, long id) {
        return Optional.ofNullable(own(owner).get(id));
    }

    /** Adds a note, or nothing if the owner has too many. */
    Optional<Note> add(Owner owner, Note.Content content) {
        Map<Long, Note> own = own(owner);
        // One at a time for each owner, or several requests at once would pass the bound.
        synchronized (own) {
            if (own.size() >= MAX_PER_OWNER) {
                return Optional.empty();
            }
            Note note = new Note(lastId.incrementAndGet(), content);
            own.put(note.id(), note);
            return Optional.of(note);
        }
    }

    /** Replaces one of an owner's notes. */
    Optional<Note> replace(Owner owner, long id, Note.Content content) {
        return Optional.ofNullable(own(owner).computeIfPresent(id, (unused, old) -> new Note(id, content)));
    }

    /** Removes one of an owner's notes and tells whether it was there. */
    boolean remove(Owner owner, long id) {
        return own(owner).remove(id) != null;
    }

    /** There are as many owners as accounts, so an empty map for each that asks is no way to fill the memory. */
    private Map<Long, Note> own(Owner owner) {
        return byOwner.computeIfAbsent(owner, unused -> new ConcurrentSkipListMap<>());
    }
}
