/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.wire.RawJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a request comes to when nothing is wrong with it, before a revision puts it into its own words. */
public sealed interface Result {
    /** Nothing but that it was done. */
    record Done() implements Result {}

    /** Who the server is and what it can do. */
    record About() implements Result {}

    /**
     * What a tool gave.
     *
     * @param content the blocks
     * @param structured the same as one JSON object, where it is one
     * @param isError whether the call failed
     * @param status the route's status, where the call failed
     */
    record ToolResult(List<Content> content, Optional<RawJson> structured, boolean isError, OptionalInt status)
            implements Result {
        /** Keeps a copy of the blocks. */
        public ToolResult {
            content = List.copyOf(content);
        }
    }

    /**
     * A page of the list of tools.
     *
     * @param tools the tools, described in the words of the revision
     * @param next the cursor of the next page, empty on the last
     * @param perCaller whether another caller may see another list
     */
    record ToolPage(List<RawJson> tools, Optional<String> next, boolean perCaller) implements Result {
        /** Keeps a copy of the tools. */
        public ToolPage {
            tools = List.copyOf(tools);
        }
    }

    /**
     * That the client must give input and call again (MCP 2026-07-28, patterns, Multi Round-Trip Requests).
     *
     * @param requests what it is asked, by keys that its answers have again
     * @param state what it must bring back
     */
    record InputRequired(Map<String, ObjectNode> requests, String state) implements Result {
        /** Keeps a copy of the requests, in their order. */
        public InputRequired {
            requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
        }
    }
}
