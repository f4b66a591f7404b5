/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The end of a slot's chain: a proven call goes on, to the next stage or to the route; anything else isn't here. */
final class SlotServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Slot slot;

    SlotServlet(Slot slot) {
        this.slot = slot;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<RelayedCall> call = RelayedCall.of(request);
        if (call.isEmpty() || !call.get().isProvenBy(slot)) {
            call.ifPresent(RelayedCall::reject);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        call.get().forwardOn(request, response);
    }
}
