/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A resource, or a template of resources, that a GET route answers for.
 *
 * @param template its URI, with variables or without
 * @param entry how it is listed
 * @param route the route
 * @param values what its variables can be completed to
 */
public record Resource(UriTemplate template, ObjectNode entry, BoundRoute route, Map<String, List<String>> values) {
    /** Keeps a copy of the values. */
    public Resource {
        values = Map.copyOf(values);
    }

    /**
     * Tells whether it stands for many resources.
     *
     * @return whether its URI has variables
     */
    public boolean isTemplate() {
        return !template.variables().isEmpty();
    }
}
