/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.mcp.ToolCall.Input;
import io.github.samedoor.mcp.result.Answer;
import io.github.samedoor.mcp.revision.ClientContext;
import io.github.samedoor.mcp.wire.EventStream;
import io.github.samedoor.mcp.wire.Fault;
import io.github.samedoor.mcp.wire.JsonText;
import io.github.samedoor.mcp.wire.Message;
import io.github.samedoor.route.PathText;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks on the stream of the call and waits on its thread, as the earlier revisions have it: the answer comes with a request
 * of its own (MCP 2025-11-25, transports, Sending Messages to the Server).
 *
 * <p>The wait ends with the call's time, its cancellation, or the answer. Thread-safe.
 */
final class AskingLive implements Asking {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final ClientContext client;
    private final EventStream events;
    private final Questions questions;
    private final Duration limit;
    private final Map<String, String> answers = new HashMap<>();
    private Optional<String> problem = Optional.empty();

    AskingLive(ClientContext client, EventStream events, Questions questions, Duration limit) {
        this.client = client;
        this.events = events;
        this.questions = questions;
        this.limit = limit;
    }

    // Without a session nobody knows what the client can be asked, and without a stream there is no way to it.
    @Override
    public boolean canAsk(Input input) {
        return events.isAccepted()
                && client.session().isPresent()
                && client.capabilities().path(input.capability()).isObject();
    }

    @Override
    public synchronized Optional<String> ask(String key, Input input, ObjectNode params) {
        if (!answers.containsKey(key) && problem.isEmpty()) {
            askNow(key, input, params);
        }
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public synchronized Optional<Answer> unfinished() {
        return problem.map(why -> Answer.failed(Fault.UNANSWERED, why));
    }

    private void askNow(String key, Input input, ObjectNode params) {
        Questions.Question question =
                questions.open(client.session().orElseThrow().key());
        try {
            events.send(request(question.id(), input, params));
            Message.Response response = await(question);
            Optional<JsonNode> result = response.result().filter(JsonNode::isObject);
            result.ifPresent(object -> answers.put(key, object.toString()));
            if (result.isEmpty()) {
                problem = Optional.of("The client refused '" + PathText.printable(key) + "': "
                        + PathText.printable(response.problem()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = Optional.of("The call ended before the client answered");
        } catch (TimeoutException | ExecutionException e) {
            problem = Optional.of("The client didn't answer in time");
        } finally {
            questions.close(question);
        }
    }

    // Whoever stands between would cut a silent connection.
    private Message.Response await(Questions.Question question)
            throws InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            long left = Math.min(SIGN_OF_LIFE.toNanos(), end - System.nanoTime());
            try {
                return question.answer().get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() - end >= 0) {
                    throw e;
                }
                events.comment();
            }
        }
    }

    private static byte[] request(String id, Input input, ObjectNode params) {
        return JsonText.write(512, json -> {
            json.writeStartObject();
            json.writeStringField("jsonrpc", "2.0");
            json.writeStringField("id", id);
            json.writeStringField("method", input.method());
            json.writeFieldName("params");
            json.writeTree(params);
            json.writeEndObject();
        });
    }
}
