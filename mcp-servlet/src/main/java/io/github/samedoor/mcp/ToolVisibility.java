/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.tool.Tool;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Decides which tools a caller sees in lists.
 *
 * <p>It is about knowledge alone: a call is decided by the guards of its route, whether the tool was listed or not. An
 * application that knows better than its {@code AccessPolicy} puts its own decision into the servlet context under
 * {@link #ATTRIBUTE} before the endpoint starts. Implementations are thread-safe.
 */
@FunctionalInterface
public interface ToolVisibility {
    /** The name of the servlet context attribute that holds the application's own decision. */
    String ATTRIBUTE = "io.github.samedoor.mcp.ToolVisibility";

    /**
     * Tells whether a tool is listed for a caller.
     *
     * @param tool a tool that is offered
     * @param caller the request that asks for the list, as the endpoint's servlet received it
     * @return whether the caller may know of it
     */
    boolean shows(Tool tool, HttpServletRequest caller);
}
