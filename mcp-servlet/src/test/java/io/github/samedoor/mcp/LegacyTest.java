/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.route.HeaderField;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The revisions that begin with {@code initialize}, over HTTP. */
class LegacyTest {
    @TempDir
    Path directory;

    private final MemoryDoor door = new MemoryDoor();
    private TestEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        door.answers("GET_/user/profile", 200, "{\"name\":\"alice\"}")
                .answers("GET_/admin/users", 403, "{\"error\":\"Requires admin role\"}");
        endpoint = TestEndpoint.start(directory, door, Tools.FILE);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25,2025-11-25",
        "2025-06-18,2025-06-18",
        "2025-03-26,2025-03-26",
        "2024-11-05,2025-11-25",
        "2026-07-28,2025-11-25"
    })
    void initializeAgreesOnARevision(String asked, String agreed) throws Exception {
        HttpResponse<String> response = endpoint.post("", initialize(asked));
        JsonNode result = json(response).path("result");

        assertThat(response.statusCode(), is(200));
        assertThat(result.path("protocolVersion").asText(), is(agreed));
        assertThat(result.path("serverInfo").path("name").asText(), is("samedoor"));
        assertThat(result.path("capabilities").has("tools"), is(true));
        assertThat(response.headers().firstValue("Mcp-Session-Id").orElse("").matches("[!-~]{40,400}"), is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18", "2025-03-26"})
    void pingAndInitializedAreAnswered(String version) throws Exception {
        assertThat(json(endpoint.legacy(version, "ping", "{}")).path("result").toString(), is("{}"));
        HttpResponse<String> response = endpoint.post(
                "", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", "MCP-Protocol-Version", version);
        assertThat(response.statusCode(), is(202));
    }

    @ParameterizedTest
    @CsvSource({"2025-11-25,true", "2025-06-18,true", "2025-03-26,false"})
    void structureAndTitlesComeWhereTheRevisionHasThem(String version, boolean has) throws Exception {
        JsonNode result = json(endpoint.legacy(version, "tools/call", "{\"name\":\"get_user_profile\"}"))
                .path("result");
        JsonNode tool = json(endpoint.legacy(version, "tools/list", "{}"))
                .path("result")
                .path("tools")
                .path(0);

        assertThat(result.path("content").path(0).path("text").asText(), is("{\"name\":\"alice\"}"));
        assertThat(result.has("structuredContent"), is(has));
        assertThat(result.has("resultType"), is(false));
        assertThat(tool.has("title"), is(has));
        assertThat(tool.path("inputSchema").path("type").asText(), is("object"));
    }

    @Test
    void aBatchThatIsTooMuchAtOnceIsAnsweredInPart() throws Exception {
        door.answers("GET_/user/profile", 200, "\"" + "x".repeat(1_000_000) + "\"");
        StringBuilder batch = new StringBuilder();
        for (int id = 1; id <= 30; id++) {
            batch.append(id == 1 ? "[" : ",")
                    .append("{\"jsonrpc\":\"2.0\",\"id\":")
                    .append(id)
                    .append(",\"method\":\"tools/call\",\"params\":{\"name\":\"get_user_profile\",\"arguments\":{}}}");
        }
        JsonNode answers = json(endpoint.post("", batch.append(']').toString(), "MCP-Protocol-Version", "2025-03-26"));
        assertThat(answers.size(), is(30));
        assertThat(answers.path(0).has("result"), is(true));
        assertThat(answers.path(29).path("error").path("code").asInt(), is(503));
        assertThat(door.calls().size() < 12, is(true));
    }

    @Test
    void requestWithoutAnyRevisionSpeaksTheFirst() throws Exception {
        HttpResponse<String> response = endpoint.post(
                "",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"get_user_profile\"}}");

        assertThat(response.statusCode(), is(200));
        assertThat(json(response).path("result").has("structuredContent"), is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "1", "2025-06-18, 2025-06-18"})
    void unknownRevisionInTheHeaderIsRefused(String version) throws Exception {
        assertThat(endpoint.legacy(version, "tools/list", "{}").statusCode(), is(400));
    }

    @ParameterizedTest
    @CsvSource({"server/discover,-32601", "no/such,-32601"})
    void errorsGoOutAsSuccessBecauseClientsLoseThemOtherwise(String method, int code) throws Exception {
        HttpResponse<String> response = endpoint.legacy("2025-11-25", method, "{}");

        assertThat(response.statusCode(), is(200));
        assertThat(json(response).path("error").path("code").asInt(), is(code));
    }

    @Test
    void forbiddenIsForbiddenInEveryRevision() throws Exception {
        HttpResponse<String> response = endpoint.legacy("2025-06-18", "tools/call", "{\"name\":\"get_admin_users\"}");

        assertThat(response.statusCode(), is(403));
        assertThat(json(response).path("error").path("message").asText(), is("Requires admin role"));
    }

    @Test
    void modernHeaderWithInitializeIsAConflict() throws Exception {
        HttpResponse<String> response =
                endpoint.post("", initialize("2025-11-25"), "MCP-Protocol-Version", "2026-07-28");

        assertThat(response.statusCode(), is(400));
        assertThat(json(response).path("error").path("code").asInt(), is(-32020));
    }

    @Test
    void initializeWithHalfOfModernMetadataIsStillLegacy() throws Exception {
        String body = initialize("2025-06-18")
                .replace(
                        "\"params\":{",
                        "\"params\":{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"},");

        assertThat(
                json(endpoint.post("", body))
                        .path("result")
                        .path("protocolVersion")
                        .asText(),
                is("2025-06-18"));
    }

    @Test
    void responseIsTakenNoteOf() throws Exception {
        HttpResponse<String> response = endpoint.post("", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");

        assertThat(response.statusCode(), is(202));
    }

    @Test
    void batchIsAnsweredPartByPart() throws Exception {
        door.answers(
                "GET_/user/profile",
                401,
                "{\"error\":\"Invalid token\"}",
                new HeaderField("WWW-Authenticate", "Bearer"));
        HttpResponse<String> response = endpoint.post("", """
                [{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"get_user_profile"}},
                 {"jsonrpc":"2.0","id":"two","method":"ping"},
                 {"jsonrpc":"2.0","method":"notifications/initialized"},
                 {"jsonrpc":"2.0","id":3,"method":"initialize","params":{"protocolVersion":"2025-03-26"}},
                 {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"get_admin_users"}},
                 5]""");
        JsonNode parts = json(response);

        assertThat(response.statusCode(), is(200));
        assertThat(parts.size(), is(5));
        assertThat(parts.path(0).path("error").path("code").asInt(), is(401));
        assertThat(parts.path(1).path("result").toString(), is("{}"));
        assertThat(parts.path(2).path("error").path("code").asInt(), is(-32600));
        assertThat(parts.path(3).path("error").path("code").asInt(), is(403));
        assertThat(parts.path(4).path("error").path("code").asInt(), is(-32600));
        assertThat(door.calls(), hasSize(2));
    }

    @Test
    void batchOfNotificationsAloneHasNoAnswer() throws Exception {
        HttpResponse<String> response =
                endpoint.post("", "[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}]");

        assertThat(response.statusCode(), is(202));
        assertThat(response.body(), is(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-28", "2025-11-25", "2025-06-18"})
    void batchIsRefusedWhereTheRevisionHasNone(String version) throws Exception {
        HttpResponse<String> response = endpoint.post(
                "", "[{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}]", "MCP-Protocol-Version", version);

        assertThat(response.statusCode(), is(400));
        assertThat(json(response).path("error").path("code").asInt(), is(-32600));
    }

    @Test
    void batchWithAModernPartIsRefusedWhole() throws Exception {
        String modern = TestEndpoint.modernBody("tools/call", "\"name\":\"get_user_profile\",");
        HttpResponse<String> response = endpoint.post("", "[" + modern + "]");

        assertThat(response.statusCode(), is(400));
        assertThat(door.calls(), is(empty()));
    }

    @Test
    void batchHasItsLimit() throws Exception {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}";

        assertThat(endpoint.post("", "[" + (ping + ",").repeat(49) + ping + "]").statusCode(), is(200));
        assertThat(endpoint.post("", "[" + (ping + ",").repeat(50) + ping + "]").statusCode(), is(400));
        assertThat(endpoint.post("", "[]").statusCode(), is(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "HEAD", "OPTIONS", "TRACE"})
    void otherMethodsOfTheEndpointAreNotAllowed(String method) throws Exception {
        HttpResponse<String> response =
                endpoint.send(endpoint.request("").method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode(), is(405));
        assertThat(response.headers().firstValue("Allow").orElse(""), is("POST"));
    }

    private static String initialize(String version) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"" + version
                + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}";
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }
}
