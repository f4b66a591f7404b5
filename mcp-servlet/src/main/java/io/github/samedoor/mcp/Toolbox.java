/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.binding.ArgumentBinder;
import io.github.samedoor.mcp.revision.HeaderAgreement;
import io.github.samedoor.mcp.revision.MirroredArgument;
import io.github.samedoor.mcp.revision.MirroredArguments;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue with everything that is worked out once at start.
 *
 * <p>Immutable and thread-safe.
 */
final class Toolbox {
    private final List<Entry> inOrder;
    private final Map<String, Entry> byName = new HashMap<>();
    private final Map<String, Entry> byRouteName = new HashMap<>();

    /**
     * A tool that is ready to be called.
     *
     * @param position its place in the catalogue's order
     * @param tool the tool
     * @param binder binds its arguments
     */
    record Entry(int position, Tool tool, ArgumentBinder binder) {}

    /**
     * Prepares the tools of a catalogue.
     *
     * @throws IllegalArgumentException if a schema can't be used; the message names the tool
     */
    Toolbox(ToolCatalog catalog) {
        List<Entry> list = new ArrayList<>();
        for (Tool tool : catalog.tools()) {
            Entry entry = new Entry(list.size(), tool, ArgumentBinder.of(tool));
            list.add(entry);
            byName.put(tool.name().text(), entry);
            byRouteName.put(tool.routeName(), entry);
        }
        this.inOrder = List.copyOf(list);
    }

    /** Finds a tool by its MCP name. */
    Optional<Entry> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Finds a tool by its route name. */
    Optional<Entry> byRouteName(String routeName) {
        return Optional.ofNullable(byRouteName.get(routeName));
    }

    /** Lists all tools, in the catalogue's order. */
    List<Entry> inOrder() {
        return inOrder;
    }

    /** Makes the check of a modern request's headers. */
    HeaderAgreement headerAgreement() {
        Map<String, List<MirroredArgument>> mirrored = new HashMap<>();
        for (Entry entry : inOrder) {
            List<MirroredArgument> arguments = MirroredArguments.of(entry.tool());
            if (!arguments.isEmpty()) {
                mirrored.put(entry.tool().name().text(), arguments);
            }
        }
        return new HeaderAgreement(mirrored);
    }
}
