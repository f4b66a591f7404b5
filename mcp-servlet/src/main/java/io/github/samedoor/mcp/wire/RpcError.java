/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A failure to be told as a JSON-RPC error.
 *
 * @param fault what kind it is
 * @param message a sentence for the caller, without anything internal
 * @param data what a program may read beside it
 */
public record RpcError(Fault fault, String message, Optional<JsonNode> data) {
    /**
     * Makes an error without data.
     *
     * @param fault what kind it is
     * @param message a sentence for the caller
     * @return the error
     */
    public static RpcError of(Fault fault, String message) {
        return new RpcError(fault, message, Optional.empty());
    }
}
