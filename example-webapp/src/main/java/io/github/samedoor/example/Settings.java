/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Everybody's settings, in memory: one JSON object an owner, no larger than a request. Thread-safe. */
final class Settings {
    private final ConcurrentMap<Owner, ObjectNode> byOwner = new ConcurrentHashMap<>();

    /** Keeps an owner's settings in place of those before. */
    void keep(Owner owner, ObjectNode settings) {
        byOwner.put(owner, settings.deepCopy());
    }

    /** Returns an owner's settings, empty at first. */
    ObjectNode of(Owner owner) {
        ObjectNode settings = byOwner.get(owner);
        return settings == null ? Json.object() : settings.deepCopy();
    }
}
