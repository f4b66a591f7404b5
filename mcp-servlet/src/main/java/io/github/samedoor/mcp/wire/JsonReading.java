/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of reading JSON. */
public sealed interface JsonReading {
    /**
     * The bytes are one JSON value within the limits.
     *
     * @param value the value, its numbers exact
     */
    record Read(JsonNode value) implements JsonReading {}

    /**
     * The bytes aren't one JSON value, or break a limit.
     *
     * @param why a sentence for the sender, without a byte of the input
     */
    record Malformed(String why) implements JsonReading {}
}
