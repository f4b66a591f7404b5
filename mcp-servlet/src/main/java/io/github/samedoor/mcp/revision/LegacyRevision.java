/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.samedoor.mcp.change.Interest;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.RequestId;
import io.github.samedoor.mcp.wire.RpcError;
import io.github.samedoor.mcp.wire.ServerSentEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * What the revisions that begin with {@code initialize} have in common: an adapter around the native form.
 *
 * <p>Errors go out with HTTP 200, because the clients of these revisions lose the body of every other status. Immutable
 * and thread-safe.
 */
abstract class LegacyRevision implements Revision {
    static final String INITIALIZE = "initialize";

    private final ServerInfo server;
    private final Methods methods;

    /**
     * Makes the common part.
     *
     * @param server what the server says about itself
     * @param askable the capabilities of clients that this revision lets a server use
     */
    LegacyRevision(ServerInfo server, Set<String> askable) {
        this.server = server;
        this.methods = methods(server.offer(), askable);
    }

    private static Methods methods(Offer offer, Set<String> askable) {
        Methods methods = Methods.common(offer, ClientContext::legacy)
                .with(
                        INITIALIZE,
                        (request, session) ->
                                new Operation.Initialize(LegacySession.capabilities(request.params(), askable)))
                .with("ping", (request, session) -> new Operation.Ping())
                .with("logging/setLevel", (request, session) -> Parameters.setLogLevel(request.params(), session));
        return offer.resources()
                ? methods.with(
                                "resources/subscribe",
                                (request, session) -> Parameters.subscribe(request.params(), true, session))
                        .with(
                                "resources/unsubscribe",
                                (request, session) -> Parameters.subscribe(request.params(), false, session))
                : methods;
    }

    /** Writes what this revision has in a tool's result beyond {@code content} and {@code isError}. */
    abstract void writeMoreOfToolResult(JsonGenerator json, Result.ToolResult result) throws IOException;

    @Override
    public Operation understand(Message.Request request, Envelope envelope) {
        return methods.find(request.method())
                .map(method -> method.read(request, envelope.session()))
                .orElseGet(() -> Unknown.method(request.method(), version()));
    }

    // Outside of a session nobody can tell which client of a principal made a call or was asked something.
    @Override
    public Optional<Operation> note(Message message, Envelope envelope) {
        Optional<LegacySession> session = envelope.session();
        if (message instanceof Message.Response response) {
            return session.map(known -> new Operation.Answered(response, known));
        }
        return message instanceof Message.Notification notification
                        && notification.method().equals("notifications/cancelled")
                ? session.flatMap(known -> RequestId.of(notification.params().path("requestId"))
                        .map(id -> new Operation.Cancel(id, known)))
                : Optional.empty();
    }

    @Override
    public byte[] write(RequestId id, Answer answer) {
        if (answer instanceof Answer.Done done) {
            Result result = done.result();
            return Responses.result(ResultFields.expectedBytes(result), id, json -> writeResult(json, result));
        }
        RpcError error = Answers.error(answer);
        return Responses.error(Optional.of(id), code(error.fault()), error);
    }

    @Override
    public int status(Answer answer) {
        return answer instanceof Answer.Refused refused ? refused.status() : 200;
    }

    @Override
    public StreamWords stream(Optional<RequestId> request, Interest honoured) {
        return new StreamWords(
                new byte[0],
                change -> ServerSentEvent.message(ChangeWords.notification(change, Optional.empty())),
                new byte[0]);
    }

    private static int code(Fault fault) {
        return fault == Fault.UNKNOWN_RESOURCE ? -32002 : fault.code();
    }

    private void writeResult(JsonGenerator json, Result result) throws IOException {
        ResultFields.writeCommon(json, result);
        if (result instanceof Result.Welcome) {
            json.writeStringField("protocolVersion", version());
            server.writeOffer(json);
            json.writeFieldName("serverInfo");
            server.writeImplementation(json);
        } else if (result instanceof Result.ToolResult call) {
            writeMoreOfToolResult(json, call);
            if (call.status().isPresent()) {
                json.writeObjectFieldStart("_meta");
                json.writeNumberField(Meta.ROUTE_STATUS, call.status().getAsInt());
                json.writeEndObject();
            }
        }
    }
}
