/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.HttpReply;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.RpcError;
import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One message and the revision it speaks: asks for the answer and puts it into the revision's words. */
public final class Conversation {
    /** What the answers of a batch may take together, since they are kept until the last of them is there. */
    private static final int MOST_BYTES = 8 << 20;

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** Does what a message asks for. */
    @FunctionalInterface
    public interface Answerer {
        /**
         * Does an operation.
         *
         * @param operation what to do
         * @return what it comes to; nobody hears it where the message wants no answer
         */
        Answer answer(Operation operation);
    }

    private final Revision revision;
    private final Message message;
    private final Envelope envelope;

    Conversation(Revision revision, Message message, Envelope envelope) {
        this.revision = revision;
        this.message = message;
        this.envelope = envelope;
    }

    /**
     * Returns the revision that is spoken.
     *
     * @return the revision
     */
    public Revision revision() {
        return revision;
    }

    /** Tells whether there is nothing left but to say what is wrong. */
    boolean isRefused() {
        return message instanceof Message.Unreadable;
    }

    /**
     * Holds the conversation: every request in the message is answered once, unless it is cancelled.
     *
     * @param answerer what does an operation
     * @return what goes back over HTTP, or empty where the answer is left to a stream of events
     */
    public Optional<HttpReply> hold(Answerer answerer) {
        if (message instanceof Message.Request request) {
            Answer answer = answer(request, answerer);
            return answer instanceof Answer.Silent
                    ? Optional.empty()
                    : Optional.of(new HttpReply(
                            revision.status(answer), fields(answer), revision.write(request.id(), answer)));
        }
        if (message instanceof Message.Batch batch) {
            return Optional.of(hold(batch, answerer));
        }
        if (message instanceof Message.Unreadable unreadable) {
            RpcError error = unreadable.error();
            return Optional.of(HttpReply.json(status(error.fault()), error(unreadable)));
        }
        revision.note(message, envelope).ifPresent(answerer::answer);
        return Optional.of(HttpReply.empty(202));
    }

    private static HeaderFields fields(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return refused.headers();
        }
        return answer instanceof Answer.Done done && done.result() instanceof Result.Welcome welcome
                ? new HeaderFields(List.of(new HeaderField(Revisions.SESSION, welcome.session())))
                : HeaderFields.none();
    }

    private Answer answer(Message.Request request, Answerer answerer) {
        Operation operation = revision.understand(request, envelope);
        return operation instanceof Operation.Wrong wrong
                ? new Answer.Failed(wrong.error())
                : answerer.answer(operation);
    }

    // The status of a batch can't speak for one of its parts, so a refusal is told in the part's own error.
    private HttpReply hold(Message.Batch batch, Answerer answerer) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        long start = System.nanoTime();
        for (Message part : batch.messages()) {
            boolean room = parts.size() < MOST_BYTES && System.nanoTime() - start < MOST_NANOS;
            byte[] response = room ? response(part, answerer) : noRoom(part);
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

    private byte[] response(Message part, Answerer answerer) {
        if (part instanceof Message.Unreadable unreadable) {
            return error(unreadable);
        }
        if (!(part instanceof Message.Request request)) {
            revision.note(part, envelope).ifPresent(answerer::answer);
            return new byte[0];
        }
        if (request.method().equals(LegacyRevision.INITIALIZE)) {
            RpcError error = RpcError.of(Fault.NOT_A_MESSAGE, "initialize stands alone, not in a batch");
            return Responses.error(Optional.of(request.id()), error.fault().code(), error);
        }
        Answer answer = answer(request, answerer);
        return answer instanceof Answer.Silent ? new byte[0] : revision.write(request.id(), answer);
    }

    private static byte[] noRoom(Message part) {
        if (!(part instanceof Message.Request request)) {
            return new byte[0];
        }
        RpcError error = RpcError.of(Fault.BUSY, "The batch was too much at once: send the rest of it by itself");
        return Responses.error(Optional.of(request.id()), error.fault().code(), error);
    }

    private static byte[] error(Message.Unreadable unreadable) {
        RpcError error = unreadable.error();
        return Responses.error(unreadable.id(), error.fault().code(), error);
    }

    private static int status(Fault fault) {
        return switch (fault) {
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA -> 415;
            case UNKNOWN_SESSION -> 404;
            case INVALID_PARAMS -> 200;
            default -> 400;
        };
    }
}
