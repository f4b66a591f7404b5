/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import io.github.samedoor.route.Route;
import io.github.samedoor.tool.ToolName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which entry of a file has which route and which name, so that no two have the same; used by one thread. */
final class Claims {
    private final Map<String, String> owners;
    private final String owner;

    Claims() {
        this(new HashMap<>(), "");
    }

    private Claims(Map<String, String> owners, String owner) {
        this.owners = owners;
        this.owner = owner;
    }

    /** Returns the same claims, seen from an entry. */
    Claims by(String entry) {
        return new Claims(owners, entry);
    }

    /** Claims a route and a name for this entry, adding a problem for each that another entry has. */
    void claim(Optional<Route> route, Optional<ToolName> name, Problems problems) {
        route.flatMap(given -> earlier(given.method() + given.path().shape()))
                .ifPresent(other -> problems.add(other + " calls the same route: keep one of the two"));
        name.flatMap(given -> earlier(given.text().toLowerCase(Locale.ROOT)))
                .ifPresent(other -> problems.add(other + " has the same \"name\": give each tool its own"));
    }

    private Optional<String> earlier(String key) {
        return Optional.ofNullable(owners.putIfAbsent(key, owner));
    }
}
