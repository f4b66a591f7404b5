/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.RpcError;
import io.github.samedoor.route.PathText;

/** Says that a revision doesn't have a method. */
final class Unknown {
    private Unknown() {}

    static Operation method(String method, String version) {
        return new Operation.Wrong(RpcError.of(
                Fault.UNKNOWN_METHOD,
                "No method " + PathText.printable(method) + " here; this request speaks MCP " + version));
    }
}
