/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import io.github.samedoor.route.RouteCall;

/** What came of binding arguments to a route. */
public sealed interface Binding {
    /**
     * The arguments fit.
     *
     * @param call the call, ready for the door
     */
    record Bound(RouteCall call) implements Binding {}

    /**
     * The arguments are refused, and nothing is to be dispatched.
     *
     * @param message which argument is wrong and how to mend it; holds no text of the caller beyond plain names
     */
    record Refused(String message) implements Binding {}
}
