/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import io.github.samedoor.mcp.door.view.TargetPath;
import java.util.List;
import java.util.Optional;

/**
 * A route whose guards are known and mapped onto slots.
 *
 * @param servletName the servlet that serves the route; a call that arrives at another one isn't made
 * @param filterNames the filters that a call with ordinary arguments passes, in their order
 * @param fixed the way of the call where the path has no parameters; else it is looked up for each path
 */
public record PreparedRoute(String servletName, List<String> filterNames, Optional<Way> fixed) {
    /** Keeps a copy. */
    public PreparedRoute {
        filterNames = List.copyOf(filterNames);
    }

    /**
     * The way of a call of one path.
     *
     * @param target where a direct request would arrive
     * @param slots the slots that carry the guards of the path
     * @param async whether the servlet and all filters are registered as ones that may go asynchronous
     */
    record Way(TargetPath target, SlotChain slots, boolean async) {}
}
