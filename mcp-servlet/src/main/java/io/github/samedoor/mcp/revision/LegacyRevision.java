/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.result.Result;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.mcp.wire.RequestId;
import io.github.samedoor.mcp.wire.RpcError;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the revisions that begin with {@code initialize} have in common: an adapter around the native form.
 *
 * <p>Errors go out with HTTP 200, because the clients of these revisions lose the body of every other status. Immutable
 * and thread-safe.
 */
abstract class LegacyRevision implements Revision {
    static final String INITIALIZE = "initialize";

    private static final Map<String, Function<ObjectNode, Operation>> METHODS = Map.of(
            INITIALIZE,
            params -> new Operation.Describe(),
            "ping",
            params -> new Operation.Ping(),
            "tools/list",
            Operation::listTools,
            "tools/call",
            Operation::callTool);

    private final ServerInfo server;

    LegacyRevision(ServerInfo server) {
        this.server = server;
    }

    /** Writes what this revision has in a tool's result beyond {@code content} and {@code isError}. */
    abstract void writeMoreOfToolResult(JsonGenerator json, Result.ToolResult result) throws IOException;

    @Override
    public Operation understand(Message.Request request, Headers headers) {
        Function<ObjectNode, Operation> method = METHODS.get(request.method());
        return method == null ? Unknown.method(request.method(), version()) : method.apply(request.params());
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
        if (answer instanceof Answer.Refused refused) {
            return refused.status();
        }
        return answer instanceof Answer.Failed failed && failed.error().fault() == Fault.INTERNAL ? 500 : 200;
    }

    private static int code(Fault fault) {
        return fault == Fault.UNKNOWN_RESOURCE ? -32002 : fault.code();
    }

    private void writeResult(JsonGenerator json, Result result) throws IOException {
        if (result instanceof Result.About) {
            json.writeStringField("protocolVersion", version());
            server.writeOffer(json);
            json.writeFieldName("serverInfo");
            server.writeImplementation(json);
        } else if (result instanceof Result.ToolPage page) {
            ResultFields.writeToolPage(json, page);
        } else if (result instanceof Result.ToolResult call) {
            ResultFields.writeToolResult(json, call);
            writeMoreOfToolResult(json, call);
            if (call.status().isPresent()) {
                json.writeObjectFieldStart("_meta");
                json.writeNumberField(Meta.ROUTE_STATUS, call.status().getAsInt());
                json.writeEndObject();
            }
        }
    }
}
