/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.JsonForm.json;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.containertest.RecordingProxy;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;

/** The official Java client connects, lists and calls, with a credential and without one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialClientTest {
    @SuppressWarnings("NullAway.Init")
    private ExampleServer server;

    @SuppressWarnings("NullAway.Init")
    private RecordingProxy proxy;

    @BeforeAll
    void start() {
        server = ExampleServer.start();
        proxy = RecordingProxy.before(server.uri());
    }

    /** Fails if anything that the client was sent isn't valid by its schema. */
    @AfterAll
    void stop() {
        server.close();
        assertThat(proxy.finish(), is(not(empty())));
    }

    @Test
    void listsWhatTheCallerMayCall() {
        try (McpSyncClient anonymous = connect();
                McpSyncClient user = connect("Authorization", "Bearer user-token-123");
                McpSyncClient admin = connect("Authorization", "Bearer admin-token-456")) {
            assertThat(tools(anonymous), hasItems("get_public_info", "get_test_echo"));
            assertThat(tools(anonymous), not(hasItem("get_user_profile")));
            assertThat(tools(user), hasItems("get_user_profile", "put_user_notes_by_id"));
            assertThat(tools(user), not(hasItem("get_admin_users")));
            assertThat(tools(admin).size(), is(16));
        }
    }

    @Test
    void callsWithTheCallersOwnCredential() {
        try (McpSyncClient user = connect("Authorization", "Bearer user-token-123")) {
            assertThat(
                    call(user, "get_user_data", Map.of()),
                    is(json("{\"data\":\"Private data for user alice\",\"userId\":1}")));
        }
        try (McpSyncClient service = connect("Authorization", "ApiKey api-key-789")) {
            assertThat(
                    call(service, "get_user_data", Map.of()),
                    is(json("{\"data\":\"Private data for user service\",\"userId\":3}")));
        }
    }

    @Test
    void writesAndReadsNotes() {
        try (McpSyncClient user = connect("Authorization", "Bearer user-token-123")) {
            String note =
                    call(user, "post_user_notes", Map.of("title", "Tea", "text", "Buy some", "tags", List.of("home")));
            long id = JsonForm.parse(note).get("id").longValue();
            assertThat(call(user, "get_user_notes_by_id", Map.of("id", id)), is(json(note)));
        }
    }

    @Test
    void isRefusedWithoutACredential() {
        try (McpSyncClient anonymous = connect()) {
            assertThat(
                    call(anonymous, "get_public_info", Map.of()),
                    is(json("{\"message\":\"Public information\",\"timestamp\":\"<time>\"}")));
            assertThat(refusal(() -> call(anonymous, "get_user_profile", Map.of())), is(401));
        }
    }

    @Test
    void isRefusedWithoutTheRole() {
        try (McpSyncClient user = connect("Authorization", "Bearer user-token-123")) {
            assertThat(refusal(() -> call(user, "get_admin_users", Map.of())), is(403));
        }
    }

    @Test
    void credentialThatIsNotGoodConnectsNobody() {
        assertThat(refusal(() -> connect("Authorization", "Bearer nonsense").close()), is(401));
    }

    /** Returns the status that the client tells those of, who would now log in. */
    private static int refusal(Executable refused) {
        Optional<Throwable> told = Optional.of(assertThrows(RuntimeException.class, refused));
        while (told.isPresent()) {
            if (told.get() instanceof McpHttpClientTransportAuthorizationException authorization) {
                return authorization.getResponseInfo().statusCode();
            }
            told = told.map(Throwable::getCause);
        }
        return 0;
    }

    private McpSyncClient connect(String... header) {
        HttpRequest.Builder requests = HttpRequest.newBuilder();
        if (header.length > 0) {
            requests.headers(header);
        }
        McpSyncClient client = McpClient.sync(
                        HttpClientStreamableHttpTransport.builder(proxy.uri().toString())
                                .endpoint("/mcp")
                                .requestBuilder(requests)
                                .build())
                .requestTimeout(Duration.ofSeconds(20))
                .build();
        client.initialize();
        return client;
    }

    private static List<String> tools(McpSyncClient client) {
        return client.listTools().tools().stream().map(Tool::name).toList();
    }

    private static String call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        CallToolResult result = client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
        assertThat(result.toString(), result.isError(), is(false));
        return ((TextContent) result.content().get(0)).text();
    }
}
