/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.RequestId;
import io.github.samedoor.observation.TraceContext;
import java.util.Optional;

/**
 * What a client says about itself and its wishes with one call.
 *
 * @param request the id of the call
 * @param session the session that the call belongs to, where its revision has sessions
 * @param disconnectCancels whether a client cancels a call by going away
 * @param progressToken what names the call in progress messages, where the client wants them
 * @param logLevel the least severe level of log messages that the client wants, where it says so
 * @param capabilities what the client can be asked for
 * @param inputResponses the client's answers to what it was asked for when it made this call before
 * @param requestState what it was given to bring back then
 * @param trace the trace that the client is in (MCP 2026-07-28, basic, OpenTelemetry keys of {@code _meta})
 */
public record ClientContext(
        RequestId request,
        Optional<LegacySession> session,
        boolean disconnectCancels,
        Optional<JsonNode> progressToken,
        Optional<String> logLevel,
        JsonNode capabilities,
        ObjectNode inputResponses,
        Optional<String> requestState,
        TraceContext trace) {
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    /** Reads the context of a modern call, whose metadata is checked already. */
    static ClientContext modern(Message.Request request) {
        ObjectNode params = request.params();
        JsonNode meta = params.path("_meta");
        return new ClientContext(
                request.id(),
                Optional.empty(),
                true,
                token(meta),
                Optional.ofNullable(meta.path(Meta.LOG_LEVEL).textValue()),
                meta.path(Meta.CLIENT_CAPABILITIES),
                params.path("inputResponses") instanceof ObjectNode responses ? responses : NOTHING,
                Optional.ofNullable(params.path("requestState").textValue()),
                trace(meta));
    }

    /** Reads the context of a legacy call: what its client can be asked for is known from its session alone. */
    static ClientContext legacy(Message.Request request, Optional<LegacySession> session) {
        JsonNode meta = request.params().path("_meta");
        return new ClientContext(
                request.id(),
                session,
                false,
                token(meta),
                Optional.empty(),
                session.map(LegacySession::declared).orElse(NOTHING),
                NOTHING,
                Optional.empty(),
                trace(meta));
    }

    private static Optional<JsonNode> token(JsonNode meta) {
        JsonNode token = meta.path("progressToken");
        return token.isTextual() || token.isIntegralNumber() ? Optional.of(token) : Optional.empty();
    }

    private static TraceContext trace(JsonNode meta) {
        return TraceContext.of(
                Optional.ofNullable(meta.path("traceparent").textValue()),
                Optional.ofNullable(meta.path("tracestate").textValue()));
    }
}
