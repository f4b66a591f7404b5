/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sessions of the earlier revisions, over HTTP. */
class SessionTest {
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";

    @TempDir
    Path directory;

    private final MemoryDoor door = new MemoryDoor();
    private TestEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        endpoint = TestEndpoint.start(directory, door, Tools.FILE);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void idServesThePrincipalThatItWasGivenToAndNoOther() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{}", "X-Test-User", "ann");

        assertThat(list(session, "ann").statusCode(), is(200));
        assertThat(list(session, "bob").statusCode(), is(404));
        assertThat(list(session, "").statusCode(), is(404));
        assertThat(list(session, "bob").body(), containsString("\"code\":404"));
    }

    @Test
    void idThatWasChangedOrMadeUpIsUnknown() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{}");
        String changed = (session.charAt(0) == '9' ? '8' : '9') + session.substring(1);

        assertThat(list(session, "").statusCode(), is(200));
        assertThat(list(changed, "").statusCode(), is(404));
        assertThat(list("x", "").statusCode(), is(404));
        assertThat(list(session + "x", "").statusCode(), is(404));
    }

    @Test
    void clientThatGetsACredentialKeepsTheSessionThatItBeganWithout() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{}");

        assertThat(list(session, "ann").statusCode(), is(200));
    }

    @Test
    void sessionKnowsTheRevisionOfAClientThatDoesNotRepeatIt() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{}");

        assertThat(endpoint.post("", LIST).body(), not(containsString("\"title\":\"Profile\"")));
        HttpResponse<String> response = endpoint.send(endpoint.request("")
                .header("Content-Type", "application/json")
                .header("Mcp-Session-Id", session)
                .POST(HttpRequest.BodyPublishers.ofString(LIST)));
        assertThat(response.body(), containsString("\"title\":\"Profile\""));
        HttpResponse<String> batch = endpoint.send(endpoint.request("")
                .header("Content-Type", "application/json")
                .header("Mcp-Session-Id", session)
                .POST(HttpRequest.BodyPublishers.ofString("[" + LIST + "]")));
        assertThat(batch.statusCode(), is(400));
    }

    @Test
    void deleteEndsASessionForGood() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{}");
        try (EventReader stream = endpoint.events(get(session))) {
            assertThat(stream.head().statusCode(), is(200));
            assertThat(delete(session).statusCode(), is(204));
            assertThat(stream.next(), is(EventReader.END));
        }
        assertThat(list(session, "").statusCode(), is(404));
        assertThat(delete(session).statusCode(), is(404));
        assertThat(endpoint.send(get(session)).statusCode(), is(404));
    }

    @Test
    void withoutASessionThereIsNothingToGetOrDelete() throws Exception {
        HttpResponse<String> got = endpoint.send(
                endpoint.request("").header("Accept", "text/event-stream").GET());
        assertThat(got.statusCode(), is(405));
        assertThat(got.headers().firstValue("Allow").orElse(""), is("POST"));
        assertThat(endpoint.send(endpoint.request("").DELETE()).statusCode(), is(405));
    }

    @Test
    void nativeRevisionHasNoSessions() throws Exception {
        String session = endpoint.initialize("2025-11-25", "{}");
        HttpResponse<String> response = endpoint.modern("tools/list", "", "Mcp-Session-Id", "made-up");

        assertThat(response.statusCode(), is(200));
        assertThat(response.headers().firstValue("Mcp-Session-Id").isPresent(), is(false));
        assertThat(
                endpoint.send(get(session).setHeader("MCP-Protocol-Version", "2026-07-28"))
                        .statusCode(),
                is(405));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html"})
    void streamIsForThoseWhoTakeEvents(String accept) throws Exception {
        String session = endpoint.initialize("2025-11-25", "{}");

        assertThat(endpoint.send(get(session).setHeader("Accept", accept)).statusCode(), is(406));
    }

    @Test
    void levelOfLogMessagesHoldsInItsSession() throws Exception {
        door.answers("GET_/user/profile", 200, "{}");
        door.does("GET_/user/profile", call -> {
            call.log(ToolCall.Level.INFO, "", "ordinary");
            call.log(ToolCall.Level.ERROR, "", "serious");
        });
        String quiet = endpoint.initialize("2025-06-18", "{}");
        String loud = endpoint.initialize("2025-06-18", "{}");
        String set = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logging/setLevel\",\"params\":{\"level\":\"error\"}}";
        assertThat(endpoint.send(endpoint.inSession("2025-06-18", quiet, set)).statusCode(), is(200));

        assertThat(call(quiet), not(containsString("ordinary")));
        assertThat(call(quiet), containsString("serious"));
        assertThat(call(loud), containsString("ordinary"));
    }

    @Test
    void nodesThatShareAKeyKnowOneAnothersSessions() throws Exception {
        Path key = Files.writeString(directory.resolve("key"), "0123456789abcdef0123456789abcdef");
        Map<String, String> shared = Map.of("key-file", key.toString());
        try (TestEndpoint one = TestEndpoint.start(directory.resolve("one"), door, Tools.FILE, shared);
                TestEndpoint two = TestEndpoint.start(directory.resolve("two"), door, Tools.FILE, shared)) {
            String session = one.initialize("2025-11-25", "{}");

            assertThat(two.send(two.inSession("2025-11-25", session, LIST)).statusCode(), is(200));
            assertThat(list(session, "").statusCode(), is(404));
        }
    }

    @Test
    void keyFileThatCannotBeUsedStopsTheStartAndIsNamed() throws Exception {
        Path key = Files.writeString(directory.resolve("short"), "too short a secret");
        for (String file : List.of(key.toString(), directory.resolve("missing").toString())) {
            Exception e = assertThrows(
                    Exception.class,
                    () -> TestEndpoint.start(directory.resolve("app"), door, Tools.FILE, Map.of("key-file", file)));
            assertThat(e + " " + e.getCause(), containsString(file));
            assertThat(e + " " + e.getCause(), not(containsString("too short a secret")));
        }
    }

    private String call(String session) throws Exception {
        return endpoint.send(
                        endpoint.inSession(
                                "2025-06-18",
                                session,
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"get_user_profile\"}}"))
                .body();
    }

    private HttpResponse<String> list(String session, String user) throws Exception {
        HttpRequest.Builder request = endpoint.inSession("2025-11-25", session, LIST);
        return endpoint.send(user.isEmpty() ? request : request.header("X-Test-User", user));
    }

    private HttpRequest.Builder get(String session) {
        return endpoint.request("")
                .header("Accept", "text/event-stream")
                .header("MCP-Protocol-Version", "2025-11-25")
                .header("Mcp-Session-Id", session)
                .GET();
    }

    private HttpResponse<String> delete(String session) throws Exception {
        return endpoint.send(
                endpoint.request("").header("Mcp-Session-Id", session).DELETE());
    }
}
