/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.change;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a client wants to hear of: nothing that it didn't ask for.
 *
 * @param lists the lists whose changes it wants
 * @param uris the resources whose updates it wants, in its order
 */
public record Interest(Set<Change.Listed> lists, Set<String> uris) {
    /** Keeps copies. */
    public Interest {
        lists = Set.copyOf(lists);
        uris = Collections.unmodifiableSet(new LinkedHashSet<>(uris));
    }

    /**
     * Tells whether a change is of interest.
     *
     * @param change the change
     * @return whether the client asked for it
     */
    public boolean covers(Change change) {
        if (change instanceof Change.ListChanged list) {
            return lists.contains(list.list());
        }
        return uris.contains(((Change.ResourceUpdated) change).uri());
    }
}
