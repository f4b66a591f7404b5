/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import io.github.samedoor.mcp.wire.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The methods of a revision, by name: those that belong to a feature that is offered, and no others.
 *
 * <p>Immutable and thread-safe.
 */
final class Methods {
    /** Reads what a request of one method asks for. */
    @FunctionalInterface
    interface Method {
        Operation read(Message.Request request, Optional<LegacySession> session);
    }

    private final Map<String, Method> byName;

    private Methods(Map<String, Method> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Returns the methods that all revisions have. */
    static Methods common(Offer offer, BiFunction<Message.Request, Optional<LegacySession>, ClientContext> client) {
        Map<String, Method> map = new HashMap<>();
        map.put("tools/list", (request, session) -> Parameters.listTools(request.params()));
        map.put(
                "tools/call",
                (request, session) -> Parameters.callTool(request.params(), client.apply(request, session)));
        if (offer.resources()) {
            map.put(
                    "resources/list",
                    (request, session) -> Parameters.list(Operation.Kind.RESOURCES, request.params()));
            map.put(
                    "resources/templates/list",
                    (request, session) -> Parameters.list(Operation.Kind.TEMPLATES, request.params()));
            map.put(
                    "resources/read",
                    (request, session) -> Parameters.readResource(request.params(), client.apply(request, session)));
        }
        if (offer.prompts()) {
            map.put("prompts/list", (request, session) -> Parameters.list(Operation.Kind.PROMPTS, request.params()));
            map.put(
                    "prompts/get",
                    (request, session) -> Parameters.getPrompt(request.params(), client.apply(request, session)));
        }
        if (offer.completions()) {
            map.put("completion/complete", (request, session) -> Parameters.complete(request.params()));
        }
        return new Methods(map);
    }

    /** Returns these methods and one more. */
    Methods with(String name, Method method) {
        Map<String, Method> more = new HashMap<>(byName);
        more.put(name, method);
        return new Methods(more);
    }

    /** Finds a method by its name. */
    Optional<Method> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
