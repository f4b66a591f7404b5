/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.door.CallUnderWay;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.revision.ClientContext;
import io.github.samedoor.mcp.wire.EventStream;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.JsonText;
import io.github.samedoor.mcp.wire.RpcError;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The call that is being made, as its route sees it. */
final class LiveToolCall implements ToolCall {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_KEPT = 16 * 1_024;

    private final EventStream events;
    private final ClientContext client;
    private final CallMemory memory;
    private final Asking asking;
    private final Supplier<Optional<String>> logLevel;
    private final CallUnderWay underWay = new CallUnderWay();
    private Optional<Input> unable = Optional.empty();
    private double done = Double.NEGATIVE_INFINITY;
    private volatile boolean over;

    /**
     * Makes the call.
     *
     * @param events where messages before the answer go
     * @param client what the client said about itself
     * @param memory what is known from earlier rounds of the call
     * @param asking how the client is asked
     * @param logLevel the least severe level of log messages that the client wants at present, if any
     */
    LiveToolCall(
            EventStream events,
            ClientContext client,
            CallMemory memory,
            Asking asking,
            Supplier<Optional<String>> logLevel) {
        this.events = events;
        this.client = client;
        this.memory = memory;
        this.asking = asking;
        this.logLevel = logLevel;
    }

    @Override
    public synchronized void progress(double progress, double total, String message) {
        if (client.progressToken().isEmpty() || !(progress > done) || Double.isInfinite(progress)) {
            return;
        }
        done = progress;
        notify("notifications/progress", json -> {
            json.writeFieldName("progressToken");
            json.writeTree(client.progressToken().get());
            writeNumber(json, "progress", progress);
            if (total > 0) {
                writeNumber(json, "total", total);
            }
            if (!message.isEmpty()) {
                json.writeStringField("message", message);
            }
        });
    }

    @Override
    public void log(Level level, String logger, String message) {
        Optional<Level> least = logLevel.get().map(name -> Level.valueOf(name.toUpperCase(Locale.ROOT)));
        if (least.isEmpty() || level.compareTo(least.get()) < 0) {
            return;
        }
        notify("notifications/message", json -> {
            json.writeStringField("level", level.toString());
            if (!logger.isEmpty()) {
                json.writeStringField("logger", logger);
            }
            json.writeStringField("data", message);
        });
    }

    @Override
    public boolean canAsk(Input input) {
        return asking.canAsk(input);
    }

    @Override
    public Optional<String> ask(String key, Input input, String params) {
        ObjectNode object = object(params);
        if (!asking.canAsk(input)) {
            lacks(input);
            return Optional.empty();
        }
        return asking.ask(key, input, object);
    }

    private synchronized void lacks(Input input) {
        unable = Optional.of(input);
    }

    @Override
    public Optional<String> kept() {
        return memory.kept();
    }

    @Override
    public void keep(String text) {
        if (text.length() > LONGEST_KEPT) {
            throw new IllegalArgumentException(
                    "A route can keep " + LONGEST_KEPT + " characters, not " + text.length());
        }
        memory.keep(text);
    }

    @Override
    public boolean isCancelled() {
        return underWay.isCancelled();
    }

    /** Returns what the call comes to in place of the route's answer, if input is missing. */
    synchronized Optional<Answer> unfinished() {
        if (unable.isPresent()) {
            ObjectNode data = MAPPER.createObjectNode();
            data.putObject("requiredCapabilities").putObject(unable.get().capability());
            return Optional.of(new Answer.Failed(new RpcError(
                    Fault.MISSING_CAPABILITY,
                    "This tool needs a client with the capability "
                            + unable.get().capability(),
                    Optional.of(data))));
        }
        return asking.unfinished();
    }

    /** Returns what lets somebody else end the call. */
    CallUnderWay underWay() {
        return underWay;
    }

    /** Returns what the client said about itself. */
    ClientContext client() {
        return client;
    }

    /** Ends the call: what its route still has to say comes too late. */
    void end() {
        over = true;
    }

    private void notify(String method, JsonText.Writing params) {
        if (over) {
            return;
        }
        events.send(JsonText.write(256, json -> {
            json.writeStartObject();
            json.writeStringField("jsonrpc", "2.0");
            json.writeStringField("method", method);
            json.writeObjectFieldStart("params");
            params.to(json);
            json.writeEndObject();
            json.writeEndObject();
        }));
        if (events.isBroken() && client.disconnectCancels()) {
            underWay.cancel();
        }
    }

    private static void writeNumber(JsonGenerator json, String name, double number) throws IOException {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            json.writeNumberField(name, (long) number);
        } else {
            json.writeNumberField(name, number);
        }
    }

    private static ObjectNode object(String params) {
        try {
            JsonNode node = MAPPER.readTree(params);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The parameters of a question are a JSON object", e);
        }
        throw new IllegalArgumentException("The parameters of a question are a JSON object");
    }
}
