/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of reading the JSON body of an HTTP request. */
public sealed interface JsonBody {
    /**
     * The body is one JSON value.
     *
     * @param json the value
     */
    record Value(JsonNode json) implements JsonBody {}

    /**
     * The body can't be taken.
     *
     * @param error why
     */
    record Rejected(RpcError error) implements JsonBody {}
}
