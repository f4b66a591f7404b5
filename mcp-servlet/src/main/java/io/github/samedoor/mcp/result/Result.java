/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import io.github.samedoor.mcp.wire.RawJson;
import java.util.List;
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
}
