/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What clients of the earlier revisions asked for in their sessions: a level of log messages, updates of resources, an end.
 *
 * <p>This node alone knows it, and forgets the sessions that were silent longest. Thread-safe.
 */
final class SessionMemory {
    private static final int MOST_SESSIONS = 10_000;
    private static final int MOST_URIS = 100;

    // In the order of their last use.
    private final Map<String, Wishes> sessions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wishes> eldest) {
            return size() > MOST_SESSIONS;
        }
    };

    private static final class Wishes {
        private final Set<String> uris = new HashSet<>();
        private Optional<String> logLevel = Optional.empty();
        private boolean ended;
    }

    synchronized void setLogLevel(String session, String level) {
        of(session).logLevel = Optional.of(level);
    }

    synchronized Optional<String> logLevel(String session) {
        return Optional.ofNullable(sessions.get(session)).flatMap(wishes -> wishes.logLevel);
    }

    /** Adds a resource to those that a session wants to hear of; tells whether there was room. */
    synchronized boolean subscribe(String session, String uri) {
        Set<String> uris = of(session).uris;
        return uris.contains(uri) || (uris.size() < MOST_URIS && uris.add(uri));
    }

    synchronized void unsubscribe(String session, String uri) {
        of(session).uris.remove(uri);
    }

    synchronized Set<String> subscriptions(String session) {
        return sessions.containsKey(session) ? Set.copyOf(of(session).uris) : Set.of();
    }

    synchronized boolean isSubscribed(String session, String uri) {
        return sessions.containsKey(session) && of(session).uris.contains(uri);
    }

    synchronized void end(String session) {
        Wishes wishes = of(session);
        wishes.uris.clear();
        wishes.ended = true;
    }

    synchronized boolean isEnded(String session) {
        return sessions.containsKey(session) && of(session).ended;
    }

    private Wishes of(String session) {
        return sessions.computeIfAbsent(session, key -> new Wishes());
    }
}
