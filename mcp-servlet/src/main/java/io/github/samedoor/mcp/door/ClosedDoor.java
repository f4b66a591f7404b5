/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.route.RouteCall;
import io.github.samedoor.tool.Tool;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A door that lets nobody in, because nothing could be proved of the guards behind it. */
final class ClosedDoor implements Door {
    @Override
    public boolean offers(Tool tool) {
        return false;
    }

    @Override
    public Passage pass(
            Tool tool, RouteCall call, HttpServletRequest caller, HttpServletResponse response, CallUnderWay underWay) {
        return new Passage.Refused(Passage.Reason.NOT_OFFERED, "This tool isn't offered");
    }
}
