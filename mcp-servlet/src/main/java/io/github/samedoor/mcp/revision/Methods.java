/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The methods of a revision, by name: those that belong to a feature that is offered, and no others.
 *
 * <p>Immutable and thread-safe.
 */
final class Methods {
    private final Map<String, Function<ObjectNode, Operation>> byName;

    private Methods(Map<String, Function<ObjectNode, Operation>> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Returns the methods that all revisions have. */
    static Methods common(Offer offer, Function<ObjectNode, ClientContext> client) {
        Map<String, Function<ObjectNode, Operation>> map = new HashMap<>();
        map.put("tools/list", Operation::listTools);
        map.put("tools/call", params -> Operation.callTool(params, client.apply(params)));
        if (offer.resources()) {
            map.put("resources/list", params -> Operation.list(Operation.Kind.RESOURCES, params));
            map.put("resources/templates/list", params -> Operation.list(Operation.Kind.TEMPLATES, params));
            map.put("resources/read", params -> Operation.readResource(params, client.apply(params)));
        }
        if (offer.prompts()) {
            map.put("prompts/list", params -> Operation.list(Operation.Kind.PROMPTS, params));
            map.put("prompts/get", params -> Operation.getPrompt(params, client.apply(params)));
        }
        if (offer.completions()) {
            map.put("completion/complete", Operation::complete);
        }
        return new Methods(map);
    }

    /** Returns these methods and one more. */
    Methods with(String name, Function<ObjectNode, Operation> method) {
        Map<String, Function<ObjectNode, Operation>> more = new HashMap<>(byName);
        more.put(name, method);
        return new Methods(more);
    }

    /** Finds a method by its name. */
    Optional<Function<ObjectNode, Operation>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
