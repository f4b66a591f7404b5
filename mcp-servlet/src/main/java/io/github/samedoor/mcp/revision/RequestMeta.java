/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.RpcError;
import java.util.Optional;
import java.util.Set;

/** Checks the {@code _meta} that every modern request carries (MCP 2026-07-28, basic, Per-request protocol fields). */
final class RequestMeta {
    private static final Set<String> LOG_LEVELS =
            Set.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

    private RequestMeta() {}

    /** Tells whether parameters claim a revision. */
    static boolean claimsVersion(ObjectNode params) {
        return params.path("_meta").has(Meta.PROTOCOL_VERSION);
    }

    /** Finds what is wrong with the metadata, if anything is. */
    static Optional<RpcError> problem(ObjectNode params) {
        JsonNode meta = params.path("_meta");
        if (!meta.path(Meta.PROTOCOL_VERSION).isTextual()) {
            return malformed("needs '" + Meta.PROTOCOL_VERSION + "', the revision as a string");
        }
        if (!meta.path(Meta.CLIENT_CAPABILITIES).isObject()) {
            return malformed("needs '" + Meta.CLIENT_CAPABILITIES + "', an object, empty for none");
        }
        JsonNode client = meta.path(Meta.CLIENT_INFO);
        if (!client.isMissingNode()
                && !(client.path("name").isTextual() && client.path("version").isTextual())) {
            return malformed("has a '" + Meta.CLIENT_INFO + "' without a name and a version");
        }
        JsonNode level = meta.path(Meta.LOG_LEVEL);
        if (!level.isMissingNode() && !isLogLevel(level)) {
            return malformed("has a '" + Meta.LOG_LEVEL + "' that is no level of RFC 5424");
        }
        return Optional.empty();
    }

    /** Tells whether a value is a level of log messages. */
    static boolean isLogLevel(JsonNode level) {
        return level.isTextual() && LOG_LEVELS.contains(level.textValue());
    }

    private static Optional<RpcError> malformed(String what) {
        return Optional.of(RpcError.of(Fault.MALFORMED_META, "The request's _meta " + what));
    }
}
