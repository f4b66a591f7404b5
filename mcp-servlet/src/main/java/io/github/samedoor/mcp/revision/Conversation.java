/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.HttpReply;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.RpcError;
import io.github.samedoor.route.HeaderFields;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Function;

/** One message and the revision it speaks: asks for the answer and puts it into the revision's words. */
public final class Conversation {
    static final int LARGEST_BATCH = 50;

    private final Revision revision;
    private final Message message;
    private final Headers headers;

    Conversation(Revision revision, Message message, Headers headers) {
        this.revision = revision;
        this.message = message;
        this.headers = headers;
    }

    /**
     * Returns the revision that is spoken.
     *
     * @return the revision
     */
    public Revision revision() {
        return revision;
    }

    /**
     * Holds the conversation: every request in the message is answered once.
     *
     * @param answerer what does an operation
     * @return what goes back over HTTP
     */
    public HttpReply hold(Function<Operation, Answer> answerer) {
        if (message instanceof Message.Request request) {
            Answer answer = answer(request, answerer);
            HeaderFields fields = answer instanceof Answer.Refused refused ? refused.headers() : HeaderFields.none();
            return new HttpReply(revision.status(answer), fields, revision.write(request.id(), answer));
        }
        if (message instanceof Message.Batch batch) {
            return hold(batch, answerer);
        }
        if (message instanceof Message.Unreadable unreadable) {
            RpcError error = unreadable.error();
            return HttpReply.json(status(error.fault()), error(unreadable));
        }
        return HttpReply.empty(202);
    }

    private Answer answer(Message.Request request, Function<Operation, Answer> answerer) {
        Operation operation = revision.understand(request, headers);
        return operation instanceof Operation.Wrong wrong
                ? new Answer.Failed(wrong.error())
                : answerer.apply(operation);
    }

    // The status of a batch can't speak for one of its parts, so a refusal is told in the part's own error.
    private HttpReply hold(Message.Batch batch, Function<Operation, Answer> answerer) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (Message part : batch.messages()) {
            byte[] response = response(part, answerer);
            if (response.length > 0) {
                parts.write(parts.size() == 0 ? '[' : ',');
                parts.writeBytes(response);
            }
        }
        if (parts.size() == 0) {
            return HttpReply.empty(202);
        }
        parts.write(']');
        return HttpReply.json(200, parts.toByteArray());
    }

    private byte[] response(Message part, Function<Operation, Answer> answerer) {
        if (part instanceof Message.Unreadable unreadable) {
            return error(unreadable);
        }
        if (!(part instanceof Message.Request request)) {
            return new byte[0];
        }
        if (request.method().equals(LegacyRevision.INITIALIZE)) {
            RpcError error = RpcError.of(Fault.NOT_A_MESSAGE, "initialize stands alone, not in a batch");
            return Responses.error(Optional.of(request.id()), error.fault().code(), error);
        }
        return revision.write(request.id(), answer(request, answerer));
    }

    private static byte[] error(Message.Unreadable unreadable) {
        RpcError error = unreadable.error();
        return Responses.error(unreadable.id(), error.fault().code(), error);
    }

    private static int status(Fault fault) {
        return switch (fault) {
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA -> 415;
            case INVALID_PARAMS -> 200;
            default -> 400;
        };
    }
}
