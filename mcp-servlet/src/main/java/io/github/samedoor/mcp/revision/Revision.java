/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import io.github.samedoor.mcp.change.Interest;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.RawJson;
import io.github.samedoor.mcp.wire.RequestId;
import io.github.samedoor.tool.Tool;
import java.util.Optional;

/** One dated protocol: how it asks and how it answers. */
public interface Revision {
    /**
     * Returns the date that names the revision.
     *
     * @return a date such as {@code 2026-07-28}
     */
    String version();

    /**
     * Tells whether several messages may come in one body.
     *
     * @return whether it has batches
     */
    boolean hasBatches();

    /**
     * Tells whether entries of lists have titles beside their names.
     *
     * @return whether they have
     */
    boolean hasTitles();

    /**
     * Reads what a request asks for, and checks that its headers agree with its body.
     *
     * @param request the request
     * @param envelope what it came with
     * @return the operation, {@link Operation.Wrong} among them
     */
    Operation understand(Message.Request request, Envelope envelope);

    /**
     * Reads what a message that wants no answer is about.
     *
     * @param message a notification or a response
     * @param envelope what it came with
     * @return the operation, or empty if nothing comes of it
     */
    Optional<Operation> note(Message message, Envelope envelope);

    /**
     * Writes an answer as a JSON-RPC response.
     *
     * @param id the id of the request
     * @param answer the answer
     * @return the response, one line of JSON
     */
    byte[] write(RequestId id, Answer answer);

    /**
     * Chooses the HTTP status of an answer.
     *
     * @param answer the answer
     * @return the status
     */
    int status(Answer answer);

    /**
     * Chooses what is said on a stream of changes.
     *
     * @param request the id of the request that opened the stream, where one did
     * @param honoured what the client will hear of
     * @return the words
     */
    StreamWords stream(Optional<RequestId> request, Interest honoured);

    /**
     * Describes a tool as an entry of {@code tools/list}.
     *
     * @param tool the tool
     * @return the entry, ready to be sent as often as it is asked for
     */
    RawJson describe(Tool tool);
}
