/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.route.RouteCall;
import io.github.samedoor.tool.Tool;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The one way in to a route: past the same guards as a direct call, on the caller's own thread.
 *
 * <p>Nothing else in this code base dispatches. Thread-safe.
 */
public interface Door {
    /**
     * Tells whether a tool is offered: its guards are known and a call can be made to pass them.
     *
     * @param tool a tool of the catalogue
     * @return whether calls of it are let through to its guards
     */
    boolean offers(Tool tool);

    /**
     * Passes one call through the guards of its route to the route.
     *
     * <p>The container's own response stays uncommitted: whatever the route answers is in the passage.
     *
     * @param tool the tool that is called
     * @param call the call, bound and checked
     * @param caller the request that asked for it, as the endpoint's servlet received it
     * @param response the response to that request, uncommitted
     * @param underWay lets somebody else end the call
     * @return what came back
     */
    Passage pass(
            Tool tool, RouteCall call, HttpServletRequest caller, HttpServletResponse response, CallUnderWay underWay);

    /**
     * Passes one call that nobody will cancel.
     *
     * @param tool the tool that is called
     * @param call the call, bound and checked
     * @param caller the request that asked for it, as the endpoint's servlet received it
     * @param response the response to that request, uncommitted
     * @return what came back
     */
    default Passage pass(Tool tool, RouteCall call, HttpServletRequest caller, HttpServletResponse response) {
        return pass(tool, call, caller, response, new CallUnderWay());
    }
}
