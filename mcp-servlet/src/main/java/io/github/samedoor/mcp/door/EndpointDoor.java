/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.route.RouteCall;
import io.github.samedoor.tool.Tool;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;

/** The door of an endpoint as its servlet holds it, from before it opens until after it closes. */
final class EndpointDoor implements Door {
    private final Supplier<Door> current;

    EndpointDoor(Supplier<Door> current) {
        this.current = current;
    }

    @Override
    public boolean offers(Tool tool) {
        return current.get().offers(tool);
    }

    @Override
    public Passage pass(
            Tool tool, RouteCall call, HttpServletRequest caller, HttpServletResponse response, CallUnderWay underWay) {
        return current.get().pass(tool, call, caller, response, underWay);
    }
}
