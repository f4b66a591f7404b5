/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.stream;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Streams, questions and cancellation hold in every container. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public final class LiveStreamTest {
    private static final String MODERN = "2026-07-28";
    private static final String LEGACY = "2025-11-25";

    private final HttpClient client = HttpClient.newHttpClient();
    private final RunningContainer container = TestContainer.onClassPath().start(StreamApplication.application());

    @AfterAll
    void stop() {
        container.close();
    }

    @Test
    void clientThatListensHearsOfAChange() throws Exception {
        String filter = "\"notifications\":{\"resourceSubscriptions\":[\"app://watched\"]},";
        try (Events events = post(modern("subscriptions/listen", filter).build())) {
            assertThat(events.next().path("method").asText(), is("notifications/subscriptions/acknowledged"));
            assertThat(get("/live/change"), is("told"));
            assertThat(events.next().path("params").path("uri").asText(), is("app://watched"));
            assertThat(get("/live/change"), is("told"));
            assertThat(events.next().path("params").path("uri").asText(), is("app://watched"));
        }
    }

    @Test
    void sessionHearsOnItsStreamOfWhatItSubscribedTo() throws Exception {
        String session = initialize();
        try (Events events = post(request()
                .header("Accept", "text/event-stream")
                .header("Mcp-Session-Id", session)
                .GET()
                .build())) {
            String subscribe = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/subscribe\","
                    + "\"params\":{\"uri\":\"app://watched\"}}";
            assertThat(text(legacy(session, subscribe)), containsString("\"result\":{}"));
            get("/live/change");
            assertThat(events.next().path("params").path("uri").asText(), is("app://watched"));
        }
    }

    @Test
    void routeAsksAndGoesOnWithTheAnswer() throws Exception {
        String session = initialize();
        try (Events events = post(legacy(session, call(1, "get_live_ask")))) {
            JsonNode question = events.next();
            text(legacy(
                    session,
                    "{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id")
                            + ",\"result\":{\"action\":\"accept\",\"content\":{\"name\":\"Ann\"}}}"));
            assertThat(events.next().toString(), containsString("Ann"));
        }
    }

    @Test
    void cancelledCallIsInterruptedAndNotAnswered() throws Exception {
        String session = initialize();
        try (Events events = post(legacy(session, call(7, "get_live_endless")))) {
            events.next();
            text(legacy(
                    session,
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}"));
            assertThat(get("/live/interrupted"), is("yes"));
            while (events.hasNext()) {
                assertThat(events.next().has("id"), is(false));
            }
        }
    }

    @Test
    void clientThatGoesAwayCancelsItsCall() throws Exception {
        String meta = "\"name\":\"get_live_endless\",";
        HttpRequest.Builder request = modern("tools/call", meta).header("Mcp-Name", "get_live_endless");
        try (Events events = post(request.build())) {
            events.next();
        }
        assertThat(get("/live/interrupted"), is("yes"));
    }

    private String initialize() throws Exception {
        HttpRequest request = request()
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                                + LEGACY
                                + "\",\"capabilities\":{\"elicitation\":{}},"
                                + "\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
    }

    private HttpRequest.Builder modern(String method, String params) {
        return request()
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", MODERN)
                .header("Mcp-Method", method)
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method
                        + "\",\"params\":{" + params + "\"_meta\":{\"progressToken\":1,"
                        + "\"io.modelcontextprotocol/protocolVersion\":\"" + MODERN + "\","
                        + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}"));
    }

    private HttpRequest legacy(String session, String json) {
        return request()
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", LEGACY)
                .header("Mcp-Session-Id", session)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private static String call(int id, String tool) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\"}}";
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(container.baseUri() + "/mcp"));
    }

    private String get(String path) throws Exception {
        return text(
                HttpRequest.newBuilder(URI.create(container.baseUri() + path)).build());
    }

    private String text(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private Events post(HttpRequest request) throws Exception {
        return new Events(
                client.send(request, HttpResponse.BodyHandlers.ofLines()).body());
    }

    /** The messages of an event stream; closing it goes away without a word. */
    private static final class Events implements AutoCloseable {
        private final Stream<String> lines;
        private final Iterator<String> messages;

        Events(Stream<String> lines) {
            this.lines = lines;
            this.messages = lines.filter(line -> line.startsWith("data: {"))
                    .map(line -> line.substring(6))
                    .iterator();
        }

        boolean hasNext() {
            return messages.hasNext();
        }

        JsonNode next() throws Exception {
            return new ObjectMapper().readTree(messages.next());
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
