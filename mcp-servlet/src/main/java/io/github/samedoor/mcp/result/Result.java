/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.result;

import com.fasterxml.jackson.databind.JsonNode;
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
     * The same to a client that begins a session.
     *
     * @param session the session's id
     */
    record Welcome(String session) implements Result {}

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
     * A page of a list.
     *
     * @param member the name of the list, such as {@code tools}
     * @param entries the entries, in the words of the revision
     * @param next the cursor of the next page, empty on the last
     * @param perCaller whether another caller may see another list
     */
    record Page(String member, List<RawJson> entries, Optional<String> next, boolean perCaller) implements Result {
        /** Keeps a copy of the entries. */
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What a resource holds.
     *
     * @param uri the resource
     * @param mimeType its media type
     * @param data its bytes
     * @param text whether they are text in UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Contents(String uri, String mimeType, byte[] data, boolean text) implements Result {}

    /**
     * The messages of a prompt.
     *
     * @param description what the prompt is for; empty for nothing
     * @param messages an array of messages
     */
    record PromptMessages(String description, JsonNode messages) implements Result {}

    /**
     * What an argument can be completed to.
     *
     * @param values the first values, at most 100
     * @param total how many there are
     */
    record Completion(List<String> values, int total) implements Result {
        /** Keeps a copy of the values. */
        public Completion {
            values = List.copyOf(values);
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
