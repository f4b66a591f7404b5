/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the message of an HTTP request.
 *
 * <p>Immutable and thread-safe.
 */
public final class MessageReader {
    /** The most messages that are read of a batch. */
    public static final int LARGEST_BATCH = 50;

    private final RequestBody body;
    private final StrictJson json;

    /**
     * Makes a reader.
     *
     * @param limits what a message may have at most
     */
    public MessageReader(JsonLimits limits) {
        this.body = new RequestBody(limits.bodyBytes());
        this.json = new StrictJson(limits);
    }

    /**
     * Reads the message of an HTTP request.
     *
     * @param request the request, its body unread
     * @return the message, or {@link Message.Unreadable}
     * @throws IOException if the connection fails
     */
    public Message read(HttpServletRequest request) throws IOException {
        JsonBody read = readJson(request, false);
        return read instanceof JsonBody.Value value
                ? message(value.json(), true)
                : new Message.Unreadable(Optional.empty(), ((JsonBody.Rejected) read).error());
    }

    /**
     * Tells whether a request says that its body is JSON.
     *
     * @param request the request
     * @return whether its content type is {@code application/json}
     */
    public static boolean isJson(HttpServletRequest request) {
        return RequestBody.isJson(request);
    }

    /**
     * Reads the JSON value of an HTTP request.
     *
     * @param request the request, its body unread
     * @param formToo whether the body may also call itself a form, as any web page and a plain {@code curl -d} may send it
     * @return the value, or why there is none
     * @throws IOException if the connection fails
     */
    public JsonBody readJson(HttpServletRequest request, boolean formToo) throws IOException {
        RequestBody.Received received = body.read(request, formToo);
        if (received instanceof RequestBody.Rejected rejected) {
            return new JsonBody.Rejected(RpcError.of(rejected.fault(), rejected.why()));
        }
        JsonReading reading = json.read(((RequestBody.Bytes) received).bytes());
        return reading instanceof JsonReading.Read read
                ? new JsonBody.Value(read.value())
                : new JsonBody.Rejected(RpcError.of(Fault.NOT_JSON, ((JsonReading.Malformed) reading).why()));
    }

    private static Message message(JsonNode node, boolean batchAllowed) {
        if (node.isArray() && batchAllowed) {
            return batch(node);
        }
        if (!node.isObject()) {
            return Message.Unreadable.of(Fault.NOT_A_MESSAGE, "A message is a JSON object");
        }
        Optional<RequestId> id = Optional.ofNullable(node.get("id")).flatMap(RequestId::of);
        if (!node.path("jsonrpc").asText().equals("2.0")
                || !node.path("jsonrpc").isTextual()) {
            return unreadable(id, "The member 'jsonrpc' must be \"2.0\"");
        }
        if (node.has("id") && id.isEmpty()) {
            return unreadable(id, "The member 'id' must be a string or an integer");
        }
        return node.has("method") ? call(node, id) : response(node, id);
    }

    private static Message call(JsonNode node, Optional<RequestId> id) {
        JsonNode method = node.get("method");
        JsonNode params = node.has("params") ? node.get("params") : JsonNodeFactory.instance.objectNode();
        if (!method.isTextual()) {
            return unreadable(id, "The member 'method' must be a string");
        }
        if (!(params instanceof ObjectNode object)) {
            return unreadable(id, "The member 'params' must be an object");
        }
        return id.isPresent()
                ? new Message.Request(id.get(), method.textValue(), object)
                : new Message.Notification(method.textValue(), object);
    }

    private static Message response(JsonNode node, Optional<RequestId> id) {
        if (id.isEmpty() || node.has("result") == node.has("error")) {
            return unreadable(id, "A message has a 'method', or an 'id' with either 'result' or 'error'");
        }
        return new Message.Response(
                id.get(),
                Optional.ofNullable(node.get("result")),
                node.path("error").path("message").asText());
    }

    private static Message batch(JsonNode array) {
        if (array.size() > LARGEST_BATCH) {
            return unreadable(Optional.empty(), "A batch has 1 to " + LARGEST_BATCH + " messages");
        }
        List<Message> messages = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            messages.add(message(element, false));
        }
        return new Message.Batch(messages);
    }

    private static Message unreadable(Optional<RequestId> id, String why) {
        return new Message.Unreadable(id, RpcError.of(Fault.NOT_A_MESSAGE, why));
    }
}
