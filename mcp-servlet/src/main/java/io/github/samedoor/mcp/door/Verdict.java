/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.mcp.door.relay.PreparedRoute;

/** Whether a tool is offered, and why not. */
public sealed interface Verdict {
    /**
     * The tool is offered: its guards are known and every call passes them.
     *
     * @param route the route with its guards
     */
    record Offered(PreparedRoute route) implements Verdict {}

    /**
     * The tool is not offered.
     *
     * @param reason why not
     * @param mend what an operator can do about it
     */
    record Refused(String reason, String mend) implements Verdict {}
}
