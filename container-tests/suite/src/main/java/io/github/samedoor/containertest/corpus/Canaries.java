/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.corpus;

import java.util.List;
import java.util.Map;

/** The texts that only one route answers each. */
final class Canaries {
    private static final String PREFIX = "CANARY-";
    private static final Map<String, String> TEXTS = Map.of(
            "CANARY-PUBLIC", "Public information",
            "CANARY-PROFILE", "\"profile\":{",
            "CANARY-SETTINGS", "Settings updated",
            "CANARY-USER-INDEX", "\"total\":",
            "CANARY-ADMIN-USERS", "\"users\":[",
            "CANARY-ADMIN-SESSIONS", "Cleared ",
            "CANARY-ADMIN-GRANT", "Granted ",
            "CANARY-METRICS", "\"latency\":",
            "CANARY-TENANT-B", "a note of tenant b");

    private Canaries() {}

    /**
     * Finds the texts that a case means.
     *
     * @param name a text of a case, perhaps the name of a canary, or the beginning of all names
     * @return the texts to look for
     */
    static List<String> texts(String name) {
        if (name.equals(PREFIX)) {
            return List.copyOf(TEXTS.values());
        }
        String text = TEXTS.getOrDefault(name, name);
        if (text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("No route is known for " + name);
        }
        return List.of(text);
    }
}
