/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.change.Change;
import io.github.samedoor.mcp.change.Change.Listed;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hands what an application says of its changes to all of its endpoints. Thread-safe. */
final class ChangeHub implements McpChanges {
    private static final String ATTRIBUTE = McpChanges.class.getName();

    private final List<Consumer<Change>> endpoints = new CopyOnWriteArrayList<>();

    /** Finds the hub of an application, or makes it; containers start endpoints one after the other. */
    static ChangeHub of(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof ChangeHub hub) {
            return hub;
        }
        ChangeHub hub = new ChangeHub();
        context.setAttribute(ATTRIBUTE, hub);
        return hub;
    }

    void add(Consumer<Change> endpoint) {
        endpoints.add(endpoint);
    }

    void remove(Consumer<Change> endpoint) {
        endpoints.remove(endpoint);
    }

    @Override
    public void resourceUpdated(String uri) {
        tell(new Change.ResourceUpdated(uri));
    }

    @Override
    public void toolsChanged() {
        tell(new Change.ListChanged(Listed.TOOLS));
    }

    @Override
    public void promptsChanged() {
        tell(new Change.ListChanged(Listed.PROMPTS));
    }

    @Override
    public void resourcesChanged() {
        tell(new Change.ListChanged(Listed.RESOURCES));
    }

    private void tell(Change change) {
        endpoints.forEach(endpoint -> endpoint.accept(change));
    }
}
