/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What a client sent: one JSON-RPC 2.0 message as MCP has them, or a batch, or something that is no message. */
public sealed interface Message {
    /**
     * A call that wants an answer.
     *
     * @param id its id
     * @param method the method's name
     * @param params the parameters; an empty object where none were sent
     */
    record Request(RequestId id, String method, ObjectNode params) implements Message {}

    /**
     * A call that wants no answer.
     *
     * @param method the method's name
     * @param params the parameters; an empty object where none were sent
     */
    record Notification(String method, ObjectNode params) implements Message {}

    /**
     * The answer to a request of ours.
     *
     * @param id the id of our request
     * @param result the result, or empty for an error
     * @param problem what the error says; empty where there is a result
     */
    record Response(RequestId id, Optional<JsonNode> result, String problem) implements Message {}

    /**
     * Several messages at once (MCP 2025-03-26 alone).
     *
     * @param messages what is in it, none of them a batch
     */
    record Batch(List<Message> messages) implements Message {
        /** Keeps a copy of the messages. */
        public Batch {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Something that is no message.
     *
     * @param id its id, where that could be read
     * @param error what is wrong with it
     */
    record Unreadable(Optional<RequestId> id, RpcError error) implements Message {
        /**
         * Makes one whose id couldn't be read.
         *
         * @param fault what kind of failure it is
         * @param why a sentence for the sender
         * @return the unreadable message
         */
        static Unreadable of(Fault fault, String why) {
            return new Unreadable(Optional.empty(), RpcError.of(fault, why));
        }
    }
}
