/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.RpcError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds headers against the body, so that a gateway that routes on the one and a server that acts on the other can't be
 * played against each other (MCP 2026-07-28, transports, Server Validation).
 *
 * <p>Immutable and thread-safe.
 */
public final class HeaderAgreement {
    private static final Map<String, String> NAMED =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    private final Map<String, List<MirroredArgument>> mirrored;

    /**
     * Makes the rule.
     *
     * @param mirrored by tool name, the arguments that clients repeat in headers
     */
    public HeaderAgreement(Map<String, List<MirroredArgument>> mirrored) {
        this.mirrored = Map.copyOf(mirrored);
    }

    /** Finds where headers and body disagree, if they do. */
    Optional<RpcError> problem(Message.Request request, Headers headers) {
        return method(request, headers).or(() -> name(request, headers)).or(() -> arguments(request, headers));
    }

    /** Returns the error for a header and a body that disagree. */
    static RpcError mismatch(String why) {
        return RpcError.of(Fault.HEADER_MISMATCH, "Header mismatch: " + why);
    }

    private static Optional<RpcError> method(Message.Request request, Headers headers) {
        List<String> values = headers.all("Mcp-Method");
        boolean agrees = values.size() == 1 && values.get(0).trim().equals(request.method());
        return agrees ? Optional.empty() : Optional.of(mismatch("send Mcp-Method, once, with the body's method"));
    }

    private static Optional<RpcError> name(Message.Request request, Headers headers) {
        String source = NAMED.get(request.method());
        if (source == null) {
            return Optional.empty();
        }
        JsonNode name = request.params().path(source);
        List<String> values = headers.all("Mcp-Name");
        boolean agrees = values.size() == 1
                && (!name.isTextual()
                        || HeaderValue.decode(values.get(0))
                                .filter(name.textValue()::equals)
                                .isPresent());
        return agrees
                ? Optional.empty()
                : Optional.of(mismatch("send Mcp-Name, once, with the body's params." + source));
    }

    private Optional<RpcError> arguments(Message.Request request, Headers headers) {
        if (mirrored.isEmpty() || !request.method().equals("tools/call")) {
            return Optional.empty();
        }
        String tool = request.params().path("name").asText();
        for (MirroredArgument argument : mirrored.getOrDefault(tool, List.of())) {
            if (!argument.agrees(request.params().path("arguments"), headers)) {
                return Optional.of(mismatch("send " + argument.header() + ", once, with the value of the argument "
                        + String.join(".", argument.path())));
            }
        }
        return Optional.empty();
    }
}
