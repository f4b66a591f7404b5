/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code initialize} agreed on with a client, as it comes back with every request in the session id.
 *
 * <p>It authenticates nobody (MCP 2025-11-25, transports, Session Management).
 *
 * @param key names the session and the caller who uses it, so that nothing kept under it serves another caller
 * @param version the revision that was agreed on
 * @param capabilities what the client can be asked for, by the names of the capabilities
 */
public record LegacySession(String key, String version, Set<String> capabilities) {
    /** Keeps a copy. */
    public LegacySession {
        capabilities = Set.copyOf(capabilities);
    }

    /** Reads from the parameters of {@code initialize} which of some capabilities the client has. */
    static Set<String> capabilities(ObjectNode params, Set<String> askable) {
        Set<String> declared = new TreeSet<>(askable);
        declared.removeIf(name -> !params.path("capabilities").path(name).isObject());
        return declared;
    }

    /** Returns the capabilities in the form in which a client declares them. */
    JsonNode declared() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        capabilities.forEach(node::putObject);
        return node;
    }
}
