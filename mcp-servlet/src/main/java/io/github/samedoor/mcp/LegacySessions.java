/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.revision.LegacySession;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Gives out the ids of sessions and reads them again: an id is sealed and says all there is to know, so no node keeps it.
 *
 * <p>An id that was given to a principal serves no other; one that was given to nobody in particular, before a client had
 * a credential, serves anybody, and gives them nothing of one another's. Immutable and thread-safe.
 */
final class LegacySessions {
    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final String PURPOSE = "session";
    private static final String NOBODY = "-";

    private final SealedState seals;

    LegacySessions(SealedState seals) {
        this.seals = seals;
    }

    /** Makes the id of a new session. */
    String begin(String version, Set<String> capabilities, HttpServletRequest caller) {
        String text = String.join(
                "|",
                UUID.randomUUID().toString(),
                version,
                String.join(",", new TreeSet<>(capabilities)),
                owner(caller));
        return seals.seal(text, PURPOSE, LIFETIME);
    }

    /** Reads an id, if it was given to this caller. */
    Optional<LegacySession> find(String id, HttpServletRequest caller) {
        return seals.open(id, PURPOSE).flatMap(text -> {
            String[] parts = text.split("\\|", -1);
            boolean own = parts[3].equals(NOBODY) || parts[3].equals(owner(caller));
            return own
                    ? Optional.of(
                            new LegacySession(parts[0] + ' ' + CallerKey.of(caller), parts[1], capabilities(parts[2])))
                    : Optional.empty();
        });
    }

    private static Set<String> capabilities(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(",", -1));
    }

    private static String owner(HttpServletRequest caller) {
        return CallerKey.principal(caller).map(Digests::sha256).orElse(NOBODY);
    }
}
