/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.samedoor.mcp.change.Interest;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.JsonText;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.RawJson;
import io.github.samedoor.mcp.wire.RequestId;
import io.github.samedoor.mcp.wire.RpcError;
import io.github.samedoor.mcp.wire.ServerSentEvent;
import io.github.samedoor.tool.Tool;
import java.io.IOException;
import java.util.Optional;

/**
 * MCP 2026-07-28, the native form: no session, everything about a request is in the request.
 *
 * <p>Every request says its revision and the client's capabilities in {@code _meta}, and repeats what gateways route on
 * in headers; every result says its type and who gave it. Immutable and thread-safe.
 */
final class Revision20260728 implements Revision {
    static final String VERSION = "2026-07-28";

    private final ServerInfo server;
    private final HeaderAgreement agreement;
    private final RawJson serverInfo;
    private final Methods methods;

    Revision20260728(ServerInfo server, HeaderAgreement agreement) {
        this.server = server;
        this.agreement = agreement;
        this.methods = Methods.common(server.offer(), (request, session) -> ClientContext.modern(request))
                .with("server/discover", (request, session) -> new Operation.Describe())
                .with("subscriptions/listen", (request, session) -> Parameters.listen(request));
        this.serverInfo = RawJson.of(JsonText.write(64, server::writeImplementation));
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public boolean hasBatches() {
        return false;
    }

    @Override
    public Operation understand(Message.Request request, Envelope envelope) {
        Optional<RpcError> wrong =
                RequestMeta.problem(request.params()).or(() -> agreement.problem(request, envelope.headers()));
        if (wrong.isPresent()) {
            return new Operation.Wrong(wrong.get());
        }
        return methods.find(request.method())
                .map(method -> method.read(request, Optional.empty()))
                .orElseGet(() -> Unknown.method(request.method(), VERSION));
    }

    // A client cancels by going away, and is never asked anything that it would answer by a response.
    @Override
    public Optional<Operation> note(Message message, Envelope envelope) {
        return Optional.empty();
    }

    @Override
    public byte[] write(RequestId id, Answer answer) {
        if (answer instanceof Answer.Done done) {
            Result result = done.result();
            return Responses.result(ResultFields.expectedBytes(result), id, json -> writeResult(json, result));
        }
        RpcError error = Answers.error(answer);
        return Responses.error(Optional.of(id), error.fault().code(), error);
    }

    @Override
    public int status(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return refused.status();
        }
        return answer instanceof Answer.Failed failed ? status(failed.error().fault()) : 200;
    }

    private static int status(Fault fault) {
        return switch (fault) {
            case UNKNOWN_METHOD -> 404;
            case INVALID_PARAMS, UNKNOWN_RESOURCE -> 200;
            case INTERNAL -> 500;
            default -> 400;
        };
    }

    @Override
    public boolean hasTitles() {
        return true;
    }

    @Override
    public StreamWords stream(Optional<RequestId> request, Interest honoured) {
        RequestId id = request.orElseThrow();
        byte[] closing = Responses.result(192, id, json -> {
            json.writeStringField("resultType", "complete");
            json.writeObjectFieldStart("_meta");
            json.writeFieldName(Meta.SUBSCRIPTION);
            id.write(json);
            json.writeFieldName(Meta.SERVER_INFO);
            json.writeRawValue(serverInfo);
            json.writeEndObject();
        });
        return new StreamWords(
                ServerSentEvent.message(ChangeWords.acknowledged(id, honoured)),
                change -> ServerSentEvent.message(ChangeWords.notification(change, request)),
                ServerSentEvent.message(closing));
    }

    @Override
    public RawJson describe(Tool tool) {
        return RawJson.of(JsonText.write(512, json -> {
            json.writeStartObject();
            json.writeStringField("title", tool.title());
            ResultFields.writeTool(json, tool);
            ResultFields.writeAnnotations(json, tool);
            json.writeEndObject();
        }));
    }

    private void writeResult(JsonGenerator json, Result result) throws IOException {
        json.writeStringField("resultType", result instanceof Result.InputRequired ? "input_required" : "complete");
        ResultFields.writeCommon(json, result);
        if (result instanceof Result.About) {
            json.writeArrayFieldStart("supportedVersions");
            json.writeString(VERSION);
            json.writeEndArray();
            server.writeOffer(json);
            writeCaching(json, 3_600_000, false);
        } else if (result instanceof Result.Page page) {
            writeCaching(json, page.perCaller() ? 0 : 60_000, page.perCaller());
        } else if (result instanceof Result.Contents) {
            writeCaching(json, 0, true);
        } else if (result instanceof Result.ToolResult call) {
            ResultFields.writeStructured(json, call);
        } else if (result instanceof Result.InputRequired input) {
            json.writeObjectField("inputRequests", input.requests());
            json.writeStringField("requestState", input.state());
        }
        json.writeObjectFieldStart("_meta");
        json.writeFieldName(Meta.SERVER_INFO);
        json.writeRawValue(serverInfo);
        if (result instanceof Result.ToolResult call && call.status().isPresent()) {
            json.writeNumberField(Meta.ROUTE_STATUS, call.status().getAsInt());
        }
        json.writeEndObject();
    }

    private static void writeCaching(JsonGenerator json, int milliseconds, boolean perCaller) throws IOException {
        json.writeNumberField("ttlMs", milliseconds);
        json.writeStringField("cacheScope", perCaller ? "private" : "public");
    }
}
