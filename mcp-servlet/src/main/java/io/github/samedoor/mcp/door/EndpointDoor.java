/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.route.RouteCall;
import io.github.samedoor.tool.Tool;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The door of an endpoint as its servlet holds it, from before it opens until after it closes. */
final class EndpointDoor implements Door {
    private final Doors doors;
    private final String endpoint;

    EndpointDoor(Doors doors, String endpoint) {
        this.doors = doors;
        this.endpoint = endpoint;
    }

    @Override
    public void ready(HttpServletRequest request, HttpServletResponse response) {
        doors.ready(request, response);
    }

    @Override
    public boolean offers(Tool tool) {
        return doors.current(endpoint).offers(tool);
    }

    /** Looks at the registrations before each call, since one request may carry many. */
    @Override
    public Passage pass(
            Tool tool, RouteCall call, HttpServletRequest caller, HttpServletResponse response, CallUnderWay underWay) {
        doors.ready(caller, response);
        return doors.current(endpoint).pass(tool, call, caller, response, underWay);
    }
}
