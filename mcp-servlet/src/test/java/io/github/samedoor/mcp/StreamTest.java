/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.schema.SentMessages;
import jakarta.servlet.ServletContext;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of changes, over HTTP. */
class StreamTest {
    private static final String FEATURES = """
            {"resources": [
               {"uri": "app://profile", "name": "profile", "path": "/user/profile"},
               {"uri": "app://avatar", "name": "avatar", "path": "/user/avatar"}]}""";

    @TempDir
    Path directory;

    private final MemoryDoor door = new MemoryDoor();
    private final List<ServletContext> contexts = new ArrayList<>();
    private TestEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(directory.resolve("WEB-INF"));
        Files.writeString(directory.resolve("WEB-INF/mcp-features.json"), FEATURES);
        door.answers("GET_/user/profile", 200, "{}").answers("GET_/user/avatar", 403, "{}");
        endpoint = TestEndpoint.start(
                directory,
                door,
                Tools.FILE,
                Map.of("stream-keep-alive-seconds", "1", "max-streams", "300"),
                context -> contexts.add(context.getServletContext()));
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void clientHearsOfWhatItAskedForAndOfNothingElse() throws Exception {
        try (EventReader stream = endpoint.events(listen(
                5,
                "{\"toolsListChanged\":true,\"promptsListChanged\":true,"
                        + "\"resourceSubscriptions\":[\"app://profile\",\"app://avatar\",\"app://none\"]}"))) {
            assertThat(stream.head().headers().firstValue("Content-Type").orElse(""), startsWith("text/event-stream"));
            JsonNode acknowledged = message(stream);
            assertThat(acknowledged.path("method").asText(), is("notifications/subscriptions/acknowledged"));
            assertThat(
                    "no prompts here, and the avatar may not be read",
                    acknowledged.path("params").path("notifications").toString(),
                    is("{\"toolsListChanged\":true,\"resourceSubscriptions\":[\"app://profile\"]}"));
            changes().resourcesChanged();
            changes().promptsChanged();
            changes().resourceUpdated("app://avatar");
            changes().resourceUpdated("app://profile");
            changes().toolsChanged();
            JsonNode updated = message(stream);
            assertThat(updated.path("params").path("uri").asText(), is("app://profile"));
            assertThat(message(stream).path("method").asText(), is("notifications/tools/list_changed"));
        }
    }

    @Test
    void streamEndsWithTheAnswerOfItsRequest() throws Exception {
        EventReader stream = endpoint.events(listen(5, "{}"));
        message(stream);
        endpoint.undeploy();
        JsonNode last = new ObjectMapper().readTree(stream.next());

        SentMessages.answering(
                        Optional.of("2026-07-28"), "{\"id\":5,\"method\":\"subscriptions/listen\"}".getBytes(UTF_8))
                .checkJson(last.toString());
        assertThat(last.path("id").asInt(), is(5));
        assertThat(stream.next(), is(EventReader.END));
    }

    @Test
    void callerHasNoMoreStreamsThanTheLimitUntilOneEnds() throws Exception {
        List<EventReader> streams = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            streams.add(opened("ann"));
        }
        EventReader ninth = endpoint.events(listen(9, "{}").header("X-Test-User", "ann"));
        assertThat(ninth.head().statusCode(), is(503));
        assertThat(ninth.head().headers().firstValue("Retry-After").isPresent(), is(true));
        streams.add(opened("bob"));

        streams.remove(0).close();
        int status = 503;
        for (long end = System.nanoTime() + 20_000_000_000L; status == 503 && System.nanoTime() < end; ) {
            streams.get(0).nextLine(); // a sign of life comes each second, and finds out who is gone
            EventReader next = endpoint.events(listen(9, "{}").header("X-Test-User", "ann"));
            streams.add(next);
            status = next.head().statusCode();
        }
        assertThat(status, is(200));
        streams.forEach(EventReader::close);
    }

    @Test
    void idleStreamsHoldNoThread() throws Exception {
        List<EventReader> streams = new ArrayList<>();
        for (int i = 0; i < 250; i++) { // the server has 200 threads
            streams.add(opened("user" + i));
        }
        assertThat(endpoint.modern("tools/list", "").statusCode(), is(200));
        changes().toolsChanged();
        for (EventReader stream : streams) {
            assertThat(message(stream).path("method").asText(), is("notifications/tools/list_changed"));
            stream.close();
        }
    }

    @Test
    void toolThatIsNoLongerOfferedIsToldOfByItself() throws Exception {
        try (EventReader stream = opened("ann")) {
            door.hides("GET_/admin/users");
            assertThat(message(stream).path("method").asText(), is("notifications/tools/list_changed"));
        }
    }

    @Test
    void legacySessionHearsOnItsStreamOfWhatItSubscribedTo() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{}");
        String other = endpoint.initialize("2025-11-25", "{}");
        try (EventReader stream = endpoint.events(get(session));
                EventReader another = endpoint.events(get(other))) {
            assertThat("a primer", stream.nextLine(), startsWith("id: "));
            another.nextLine();
            assertThat(subscribe(session, "subscribe", "app://profile"), containsString("\"result\":{}"));
            changes().resourceUpdated("app://profile");
            JsonNode updated = read("2025-11-25", stream);
            assertThat(updated.path("params").toString(), is("{\"uri\":\"app://profile\"}"));
            subscribe(session, "unsubscribe", "app://profile");
            changes().resourceUpdated("app://profile");
            changes().toolsChanged();
            assertThat(read("2025-11-25", stream).path("method").asText(), is("notifications/tools/list_changed"));
            assertThat(read("2025-11-25", another).path("method").asText(), is("notifications/tools/list_changed"));
        }
    }

    @Test
    void whoMayNotReadAResourceCannotSubscribeToIt() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{}");

        assertThat(subscribe(session, "subscribe", "app://avatar"), containsString("\"code\":403"));
        assertThat(subscribe(session, "subscribe", "app://none"), containsString("\"code\":-32002"));
        assertThat(
                endpoint.legacy("2025-11-25", "resources/subscribe", "{\"uri\":\"app://profile\"}")
                        .body(),
                containsString("\"code\":-32602"));
    }

    @Test
    void laterStreamOfASessionTakesThePlaceOfTheFirst() throws Exception {
        String session = endpoint.initialize("2025-06-18", "{}");
        try (EventReader first = endpoint.events(get(session))) {
            first.head();
            try (EventReader second = endpoint.events(get(session))) {
                second.head();
                assertThat(first.next(), is(EventReader.END));
                changes().toolsChanged();
                assertThat(read("2025-11-25", second).path("method").asText(), is("notifications/tools/list_changed"));
            }
        }
    }

    @Test
    void withoutAsynchronousRequestsStreamsAreRefusedAndSayWhy() throws Exception {
        try (TestEndpoint synchronous = TestEndpoint.start(
                directory.resolve("sync"),
                door,
                Tools.FILE,
                Map.of(),
                context -> context.getServletHandler().getServlets()[0].setAsyncSupported(false))) {
            assertThat(
                    synchronous
                            .modern("subscriptions/listen", "\"notifications\":{},")
                            .body(),
                    containsString("async-supported"));
            String session = synchronous.initialize("2025-11-25", "{}");
            assertThat(
                    synchronous
                            .send(synchronous
                                    .request("")
                                    .header("Accept", "text/event-stream")
                                    .header("Mcp-Session-Id", session))
                            .statusCode(),
                    is(405));
        }
    }

    private EventReader opened(String user) throws Exception {
        EventReader stream =
                endpoint.events(listen(1, "{\"toolsListChanged\":true}").header("X-Test-User", user));
        message(stream);
        return stream;
    }

    private McpChanges changes() {
        return McpChanges.of(contexts.get(0));
    }

    private HttpRequest.Builder listen(int id, String filter) {
        String body = TestEndpoint.modernBody("subscriptions/listen", "\"notifications\":" + filter + ",")
                .replace("\"id\":1", "\"id\":" + id);
        return endpoint.request("")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "subscriptions/listen")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder get(String session) {
        return endpoint.request("")
                .header("Accept", "text/event-stream")
                .header("Mcp-Session-Id", session)
                .GET();
    }

    private String subscribe(String session, String verb, String uri) throws Exception {
        return endpoint.send(endpoint.inSession(
                        "2025-11-25",
                        session,
                        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"resources/" + verb + "\",\"params\":{\"uri\":\""
                                + uri + "\"}}"))
                .body();
    }

    /** Reads a message of a modern stream, each of which names the subscription. */
    private static JsonNode message(EventReader stream) throws Exception {
        JsonNode message = read("2026-07-28", stream);
        JsonNode id = message.path("params").path("_meta").path("io.modelcontextprotocol/subscriptionId");
        assertThat(id.isInt(), is(true));
        return message;
    }

    private static JsonNode read(String revision, EventReader stream) throws Exception {
        JsonNode message = new ObjectMapper().readTree(stream.next());
        SentMessages.answering(Optional.of(revision), new byte[0]).checkJson(message.toString());
        return message;
    }
}
