/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.clients;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.containertest.example.ExampleWar;
import io.github.samedoor.schema.SentMessages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The official TypeScript clients, the older one and the newer one in both of its modes, and the Inspector connect, list,
 * call, are sent to log in and are refused.
 */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptClientsTest {
    private static final String INSPECTOR =
            "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js";
    private static final String ALICE = "Bearer user-token-123";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private final NpmFolder npm = NpmFolder.installed();

    @SuppressWarnings("NullAway.Init")
    private RunningContainer container;

    @BeforeAll
    void start() {
        container = TestContainer.onClassPath().start(WebApplication.packed("", ExampleWar.path()));
    }

    @AfterAll
    void stop() {
        container.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sdk, 2025-11-25, StreamableHTTPError",
        "legacy, 2025-11-25, InsufficientScopeError",
        "auto, 2026-07-28, InsufficientScopeError"
    })
    void callerListsAndCallsWhatItMayAndIsRefusedTheRest(String client, String revision, String refusal) {
        JsonNode told = calls(client, ALICE);
        assertThat(texts(told.path("tools")), hasItems("get_user_profile", "get_public_info"));
        assertThat(texts(told.path("tools")), not(hasItem("get_admin_users")));
        assertThat(profile(told), containsString("\"username\":\"alice\""));
        assertThat(told.at("/calls/get_admin_users/error").asText(), is(refusal));
        assertThat(last(told).path("status").asInt(), is(403));
        assertThat(last(told).path("revision").asText(), is(revision));
        assertThat(texts(told.path("redirects")), is(empty()));
    }

    @ParameterizedTest
    @CsvSource({"sdk", "legacy", "auto"})
    void clientWithoutACredentialIsSentToLogIn(String client) {
        JsonNode told = calls(client, "");
        assertThat(texts(told.path("tools")), not(hasItem("get_user_profile")));
        assertThat(told.at("/calls/get_public_info/isError").asBoolean(true), is(false));
        assertThat(told.at("/calls/get_user_profile/error").asText(), is("UnauthorizedError"));
        assertThat(last(told).path("status").asInt(), is(401));
        List<String> redirects = texts(told.path("redirects"));
        assertThat(redirects, hasSize(2)); // for the two tools that want one
        assertThat(redirects, everyItem(containsString("response_type=code&client_id=test&code_challenge=")));
    }

    @ParameterizedTest
    @CsvSource({"sdk", "legacy", "auto"})
    void credentialThatIsNotGoodConnectsNobody(String client) {
        JsonNode told = calls(client, "Bearer nonsense");
        assertThat(last(told).path("status").asInt(), is(401));
        assertThat(told.has("connect"), is(true));
        assertThat(texts(told.path("tools")), is(empty()));
    }

    @ParameterizedTest
    @CsvSource({"legacy", "auto"})
    void inspectorListsAndCalls(String era) {
        JsonNode listed = inspector(0, era, ALICE, "--method", "tools/list");
        List<String> names = StreamSupport.stream(listed.at("/result/tools").spliterator(), false)
                .map(tool -> tool.path("name").asText())
                .toList();
        assertThat(names, hasItem("get_user_profile"));
        assertThat(names, not(hasItem("get_admin_users")));
        JsonNode called = inspector(0, era, ALICE, "--method", "tools/call", "--tool-name", "get_user_profile");
        assertThat(called.at("/result/content/0/text").asText(), containsString("\"username\":\"alice\""));
    }

    @ParameterizedTest
    @CsvSource({"legacy", "auto"})
    void inspectorIsToldToLogIn(String era) {
        JsonNode refused = inspector(3, era, "Bearer nonsense", "--method", "tools/list");
        assertThat(refused.at("/error/code").asText(), is("auth_required"));
    }

    private JsonNode calls(String client, String credential) {
        NpmFolder.Run run = npm.node(
                home,
                "calls.mjs",
                client,
                endpoint(),
                credential,
                "get_public_info",
                "get_user_profile",
                "get_admin_users");
        assertThat(run.toString(), run.exit(), is(0));
        JsonNode told = parse(run.out());
        assertThat(told.path("received").size(), is(greaterThan(0)));
        told.path("received").forEach(ScriptClientsTest::checkSchema);
        return told;
    }

    private JsonNode inspector(int exit, String era, String credential, String... what) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "--cli",
                endpoint(),
                "--transport",
                "http",
                "--protocol-era",
                era,
                "--format",
                "json",
                "--stored-auth-only",
                "--header",
                "Authorization: " + credential));
        arguments.addAll(List.of(what));
        NpmFolder.Run run = npm.node(home, INSPECTOR, arguments.toArray(new String[0]));
        assertThat(run.toString(), run.exit(), is(exit));
        return parse(exit == 0 ? run.out() : run.err());
    }

    private static void checkSchema(JsonNode received) {
        String answered = received.path("answered").asText();
        boolean ofAFilter = received.path("status").asInt() == 401
                && parse(answered).path("error").isTextual();
        SentMessages sent = SentMessages.answering(
                Optional.ofNullable(received.path("revision").textValue()),
                received.path("asked").asText().getBytes(StandardCharsets.UTF_8));
        if (received.path("type").asText().startsWith("text/event-stream")) {
            sent.checkEvents(answered);
        } else if (!ofAFilter && !answered.isEmpty()) {
            sent.checkJson(answered);
        }
    }

    private String endpoint() {
        return container.baseUri() + "/mcp";
    }

    private static String profile(JsonNode told) {
        return told.at("/calls/get_user_profile/content/0/text").asText();
    }

    private static JsonNode last(JsonNode told) {
        return told.path("received").path(told.path("received").size() - 1);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode parse(String json) {
        try {
            return JsonMapper.builder().build().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }
}
