/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.clients;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.samedoor.containertest.RecordingProxy;
import io.github.samedoor.containertest.RecordingProxy.Exchange;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.containertest.example.ExampleWar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        Told told = calls(client, ALICE);
        assertThat(texts(told.json().path("tools")), hasItems("get_user_profile", "get_public_info"));
        assertThat(texts(told.json().path("tools")), not(hasItem("get_admin_users")));
        assertThat(profile(told), containsString("\"username\":\"alice\""));
        assertThat(told.json().at("/calls/get_admin_users/error").asText(), is(refusal));
        assertThat(told.last().answer().status(), is(403));
        assertThat(told.last().request(), containsString("rotocol-version: " + revision + "\r\n"));
        assertThat(texts(told.json().path("redirects")), is(empty()));
    }

    @ParameterizedTest
    @CsvSource({"sdk", "legacy", "auto"})
    void clientWithoutACredentialIsSentToLogIn(String client) {
        Told told = calls(client, "");
        assertThat(texts(told.json().path("tools")), not(hasItem("get_user_profile")));
        assertThat(told.json().at("/calls/get_public_info/isError").asBoolean(true), is(false));
        assertThat(told.json().at("/calls/get_user_profile/error").asText(), is("UnauthorizedError"));
        assertThat(told.last().answer().status(), is(401));
        List<String> redirects = texts(told.json().path("redirects"));
        assertThat(redirects, hasSize(2)); // for the two tools that want one
        assertThat(redirects, everyItem(containsString("response_type=code&client_id=test&code_challenge=")));
    }

    @ParameterizedTest
    @CsvSource({"sdk", "legacy", "auto"})
    void credentialThatIsNotGoodConnectsNobody(String client) {
        Told told = calls(client, "Bearer nonsense");
        assertThat(told.last().answer().status(), is(401));
        assertThat(told.json().has("connect"), is(true));
        assertThat(texts(told.json().path("tools")), is(empty()));
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

    private Told calls(String client, String credential) {
        try (RecordingProxy proxy = RecordingProxy.before(container.baseUri())) {
            NpmFolder.Run run = npm.node(
                    home,
                    "calls.mjs",
                    client,
                    proxy.uri() + "/mcp",
                    credential,
                    "get_public_info",
                    "get_user_profile",
                    "get_admin_users");
            assertThat(run.toString(), run.exit(), is(0));
            return new Told(parse(run.out()), proxy.finish());
        }
    }

    private JsonNode inspector(int exit, String era, String credential, String... what) {
        try (RecordingProxy proxy = RecordingProxy.before(container.baseUri())) {
            List<String> arguments = new ArrayList<>(List.of("--cli", proxy.uri() + "/mcp", "--transport", "http"));
            arguments.addAll(List.of("--protocol-era", era, "--format", "json", "--stored-auth-only"));
            arguments.addAll(List.of("--header", "Authorization: " + credential));
            arguments.addAll(List.of(what));
            NpmFolder.Run run = npm.node(home, INSPECTOR, arguments.toArray(new String[0]));
            assertThat(run.toString(), run.exit(), is(exit));
            assertThat(proxy.finish(), is(not(empty())));
            return parse(exit == 0 ? run.out() : run.err());
        }
    }

    private static String profile(Told told) {
        return told.json().at("/calls/get_user_profile/content/0/text").asText();
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

    /** What a script told of itself, and what went over the wire meanwhile. */
    private record Told(JsonNode json, List<Exchange> exchanges) {
        Exchange last() {
            List<Exchange> messages =
                    exchanges.stream().filter(Exchange::isMessage).toList();
            return messages.get(messages.size() - 1);
        }
    }
}
