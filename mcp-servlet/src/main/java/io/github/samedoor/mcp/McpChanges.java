/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import jakarta.servlet.ServletContext;

/**
 * Tells the clients that listen that something changed.
 *
 * <p>What is told is that something changed, and never what it is now: clients read it anew, past the guards. Only the
 * clients of this node hear it, so where several nodes serve, each of them tells its own. Returns at once: nobody waits for
 * a slow client. Thread-safe (MCP 2026-07-28, patterns, Subscriptions).
 */
public interface McpChanges {
    /**
     * Finds the way to the clients of an application's endpoints.
     *
     * @param context the application's context
     * @return the way; where no endpoint has started yet it leads to nobody
     */
    static McpChanges of(ServletContext context) {
        return ChangeHub.of(context);
    }

    /**
     * Tells those who subscribed to a resource that it holds something else now.
     *
     * @param uri the resource's URI, as clients read it
     */
    void resourceUpdated(String uri);

    /** Tells that other tools are offered than before, or to other callers. */
    void toolsChanged();

    /** Tells that other prompts are offered than before, or to other callers. */
    void promptsChanged();

    /** Tells that other resources are offered than before, or to other callers. */
    void resourcesChanged();
}
