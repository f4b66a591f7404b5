/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.schema.SentMessages;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that a route asks a client of the earlier revisions while its call is under way, over HTTP. */
class LiveQuestionTest {
    private static final String FORM = "{\"message\":\"Who?\",\"requestedSchema\":{\"type\":\"object\","
            + "\"properties\":{\"name\":{\"type\":\"string\"}}}}";
    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"get_user_profile\"}}";
    private static final String ACCEPTED = "{\"action\":\"accept\",\"content\":{\"name\":\"Ann\"}}";

    @TempDir
    Path directory;

    private final MemoryDoor door = new MemoryDoor();
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private TestEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        endpoint = TestEndpoint.start(directory, door, Tools.FILE, Map.of("timeout-seconds", "2"));
        door.answers("GET_/user/profile", 200, "{\"done\":true}");
        door.does("GET_/user/profile", call -> answers.add(call.ask("who", ToolCall.Input.ELICITATION, FORM)));
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18"})
    void routeGetsTheAnswerAndGoesOn(String version) throws Exception {
        String session = endpoint.initialize(version, "{\"elicitation\":{}}");
        try (EventReader call = endpoint.events(endpoint.inSession(version, session, CALL))) {
            JsonNode question = read(call.next());
            SentMessages.answering(Optional.of(version), new byte[0]).checkJson(question.toString());
            assertThat(question.path("method").asText(), is("elicitation/create"));

            assertThat(answer(session, question, "\"result\":" + ACCEPTED).statusCode(), is(202));
            JsonNode result = read(call.next());
            assertThat(result.path("id").asInt(), is(7));
            assertThat(result.path("result").path("isError").asBoolean(), is(false));
        }
        assertThat(taken(), is(Optional.of(ACCEPTED)));
    }

    @Test
    void nobodyElseCanAnswer() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{\"elicitation\":{}}", "X-Test-User", "ann");
        String another = endpoint.initialize("2025-11-25", "{\"elicitation\":{}}", "X-Test-User", "ann");
        String stranger = endpoint.initialize("2025-11-25", "{\"elicitation\":{}}", "X-Test-User", "bob");
        String forged = "\"result\":{\"action\":\"accept\",\"content\":{\"name\":\"Mallory\"}}";
        try (EventReader call =
                endpoint.events(endpoint.inSession("2025-11-25", session, CALL).header("X-Test-User", "ann"))) {
            JsonNode question = read(call.next());
            answerAs("bob", stranger, question, forged);
            answerAs("ann", another, question, forged);
            assertThat(answerAs("bob", session, question, forged).statusCode(), is(404));
            endpoint.post("", response(question, forged), "MCP-Protocol-Version", "2025-11-25", "X-Test-User", "ann");
            answerAs("ann", session, question, "\"result\":" + ACCEPTED);
            call.next();
        }
        assertThat(taken(), is(Optional.of(ACCEPTED)));
    }

    @Test
    void sessionWithoutAPrincipalIsStillTheCredentialsOwn() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{\"elicitation\":{}}");
        try (EventReader call = endpoint.events(
                endpoint.inSession("2025-11-25", session, CALL).header("Authorization", "Bearer one"))) {
            JsonNode question = read(call.next());
            endpoint.send(
                    endpoint.inSession("2025-11-25", session, response(question, "\"result\":{\"action\":\"decline\"}"))
                            .header("Authorization", "Bearer two"));
            endpoint.send(endpoint.inSession("2025-11-25", session, response(question, "\"result\":" + ACCEPTED))
                    .header("Authorization", "Bearer one"));
            call.next();
        }
        assertThat(taken(), is(Optional.of(ACCEPTED)));
    }

    @Test
    void refusalOfTheClientEndsTheCallWithItsWords() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{\"elicitation\":{}}");
        try (EventReader call = endpoint.events(endpoint.inSession("2025-11-25", session, CALL))) {
            answer(session, read(call.next()), "\"error\":{\"code\":-1,\"message\":\"User said no\"}");
            assertThat(call.next(), containsString("User said no"));
        }
        assertThat(taken(), is(Optional.empty()));
    }

    @Test
    void silenceOfTheClientEndsTheCallWithItsTime() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{\"elicitation\":{}}");
        try (EventReader call = endpoint.events(endpoint.inSession("2025-11-25", session, CALL))) {
            JsonNode question = read(call.next());
            assertThat(call.next(), containsString("didn't answer in time"));
            assertThat(
                    "a late answer is let drop",
                    answer(session, question, "\"result\":{}").statusCode(),
                    is(202));
        }
    }

    @Test
    void clientWithoutTheCapabilityOrTheStreamIsNotAsked() throws Exception {
        door.does("GET_/user/profile", call -> {
            if (!call.canAsk(ToolCall.Input.ELICITATION)) {
                answers.add(Optional.of("did without"));
            }
        });
        String unable = endpoint.initialize("2025-11-25", "{\"sampling\":{}}");
        endpoint.send(endpoint.inSession("2025-11-25", unable, CALL));
        assertThat(taken(), is(Optional.of("did without")));
        String able = endpoint.initialize("2025-11-25", "{\"elicitation\":{}}");
        endpoint.send(endpoint.inSession("2025-11-25", able, CALL).setHeader("Accept", "application/json"));
        assertThat(taken(), is(Optional.of("did without")));
        endpoint.legacy("2025-11-25", "tools/call", "{\"name\":\"get_user_profile\"}");
        assertThat(taken(), is(Optional.of("did without")));
    }

    @Test
    void revisionThatHasNoFormsAsksForNone() throws Exception {
        door.does(
                "GET_/user/profile",
                call -> answers.add(Optional.of(
                        call.canAsk(ToolCall.Input.ELICITATION) + " " + call.canAsk(ToolCall.Input.SAMPLING))));
        String session = endpoint.initialize("2025-03-26", "{\"elicitation\":{},\"sampling\":{}}");
        endpoint.send(endpoint.inSession("2025-03-26", session, CALL));

        assertThat(taken(), is(Optional.of("false true")));
    }

    @Test
    void cancelledCallIsToldSoAndIsNotAnswered() throws Exception {
        door.does("GET_/user/profile", call -> {
            call.log(ToolCall.Level.INFO, "", "begun");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (!call.isCancelled() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            answers.add(Optional.of(call.isCancelled() ? "cancelled" : "not cancelled"));
        });
        String session = endpoint.initialize("2025-11-25", "{}");
        String other = endpoint.initialize("2025-11-25", "{}");
        try (EventReader call = endpoint.events(endpoint.inSession("2025-11-25", session, CALL))) {
            assertThat(call.next(), containsString("begun"));
            cancel(other, "7");
            cancel(session, "\"7\"");
            assertThat(answers.isEmpty(), is(true));
            assertThat(cancel(session, "7").statusCode(), is(202));
            assertThat(call.next(), is(EventReader.END));
        }
        assertThat(taken(), is(Optional.of("cancelled")));
    }

    @Test
    void whatARouteSaysAfterItsCallIsLetDrop() throws Exception {
        BlockingQueue<ToolCall> calls = new LinkedBlockingQueue<>();
        door.does("GET_/user/profile", calls::add);
        String session = endpoint.initialize("2025-11-25", "{}");
        HttpResponse<String> response = endpoint.send(endpoint.inSession("2025-11-25", session, CALL));
        calls.take().log(ToolCall.Level.ERROR, "", "late");

        assertThat(response.body(), not(containsString("late")));
        assertThat(
                endpoint.send(endpoint.inSession("2025-11-25", session, CALL)).statusCode(), is(200));
    }

    private HttpResponse<String> cancel(String session, String id) throws Exception {
        return endpoint.send(endpoint.inSession(
                "2025-11-25",
                session,
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id + "}}"));
    }

    private HttpResponse<String> answer(String session, JsonNode question, String outcome) throws Exception {
        return endpoint.send(endpoint.inSession("2025-11-25", session, response(question, outcome)));
    }

    private HttpResponse<String> answerAs(String user, String session, JsonNode question, String outcome)
            throws Exception {
        HttpRequest.Builder request = endpoint.inSession("2025-11-25", session, response(question, outcome));
        return endpoint.send(request.header("X-Test-User", user));
    }

    private static String response(JsonNode question, String outcome) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id") + "," + outcome + "}";
    }

    private Optional<String> taken() throws InterruptedException {
        Optional<String> answer = answers.poll(10, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("The route wasn't called");
        }
        return answer;
    }

    private static JsonNode read(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }
}
