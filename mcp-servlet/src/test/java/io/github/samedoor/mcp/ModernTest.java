/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.route.HeaderField;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MCP 2026-07-28 over HTTP. */
class ModernTest {
    @TempDir
    Path directory;

    private final MemoryDoor door = new MemoryDoor();
    private TestEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        door.answers("GET_/user/profile", 200, "{\n \"name\": \"alice\"\r\n}")
                .answers("POST_/user/notes", 201, "{\"id\":7}")
                .answers("GET_/user/notes/{id}", 404, "{\"error\":\"No such note\"}");
        endpoint = TestEndpoint.start(directory, door, Tools.FILE);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void discoverNamesRevisionServerAndCapabilities() throws Exception {
        HttpResponse<String> response = endpoint.modern("server/discover", "");
        JsonNode result = json(response).path("result");

        assertThat(response.statusCode(), is(200));
        assertThat(result.path("supportedVersions").toString(), is("[\"2026-07-28\"]"));
        assertThat(result.path("resultType").asText(), is("complete"));
        assertThat(result.path("capabilities").has("tools"), is(true));
        assertThat(result.path("cacheScope").asText(), is("public"));
        assertThat(result.path("_meta").has("io.modelcontextprotocol/serverInfo"), is(true));
    }

    @Test
    void listShowsEveryToolOnceAndForThisCallerAlone() throws Exception {
        HttpResponse<String> response = endpoint.modern("tools/list", "");
        JsonNode result = json(response).path("result");

        assertThat(result.path("tools").size(), is(5));
        assertThat(result.path("tools").path(0).path("name").asText(), is("get_admin_users"));
        assertThat(
                result.path("tools")
                        .path(0)
                        .path("annotations")
                        .path("readOnlyHint")
                        .asBoolean(),
                is(true));
        assertThat(result.path("cacheScope").asText(), is("private"));
        assertThat(result.path("ttlMs").asInt(-1), is(0));
        assertThat(response.headers().firstValue("Cache-Control").orElse(""), is("private, no-store"));
    }

    @Test
    void callGivesTheRoutesJsonAsTextAndAsStructure() throws Exception {
        HttpResponse<String> response = endpoint.call("get_user_profile", "{}");
        JsonNode result = json(response).path("result");

        assertThat(response.statusCode(), is(200));
        assertThat(result.path("content").path(0).path("text").asText(), is("{\n \"name\": \"alice\"\r\n}"));
        assertThat(result.path("structuredContent").path("name").asText(), is("alice"));
        assertThat(result.path("isError").asBoolean(true), is(false));
        assertThat("one line, or an event stream breaks", response.body().contains("\n"), is(false));
        assertThat(response.body().contains("\r"), is(false));
        assertThat(response.headers().firstValue("X-Content-Type-Options").orElse(""), is("nosniff"));
        assertThat(response.headers().allValues("Access-Control-Allow-Origin"), is(empty()));
    }

    @Test
    void failureOfARouteIsAResultThatSaysSo() throws Exception {
        JsonNode result =
                json(endpoint.call("get_user_notes_by_id", "{\"id\":1}")).path("result");

        assertThat(result.path("isError").asBoolean(), is(true));
        assertThat(result.path("content").path(0).path("text").asText(), is("{\"error\":\"No such note\"}"));
        assertThat(result.path("_meta").path("io.github.samedoor/status").asInt(), is(404));
        assertThat(result.has("structuredContent"), is(false));
    }

    @Test
    void wrongArgumentIsAResultThatTheModelCanMend() throws Exception {
        HttpResponse<String> response = endpoint.call("get_user_notes_by_id", "{\"id\":\"../x\"}");

        assertThat(response.statusCode(), is(200));
        assertThat(json(response).path("result").path("isError").asBoolean(), is(true));
        assertThat(door.calls(), is(empty()));
    }

    @Test
    void unauthorizedRouteIsUnauthorizedHttpWithItsChallenge() throws Exception {
        door.answers(
                "GET_/user/profile",
                401,
                "{\"error\":\"Invalid token\"}",
                new HeaderField("WWW-Authenticate", "Bearer realm=\"x\", error=\"invalid_token\""),
                new HeaderField("WWW-Authenticate", "ApiKey realm=\"x\""),
                new HeaderField("Set-Cookie", "JSESSIONID=1"),
                new HeaderField("Server", "secret"));
        HttpResponse<String> response = endpoint.call("get_user_profile", "{}");

        assertThat(response.statusCode(), is(401));
        assertThat(response.headers().allValues("WWW-Authenticate"), hasSize(2));
        assertThat(response.headers().allValues("Set-Cookie"), is(empty()));
        assertThat(response.headers().allValues("Server").toString(), not(containsString("secret")));
        assertThat(json(response).path("error").path("code").asInt(), is(401));
        assertThat(json(response).path("error").path("message").asText(), is("Invalid token"));
        assertThat(json(response).path("id").asInt(), is(1));
    }

    @Test
    void forbiddenRouteIsForbiddenHttp() throws Exception {
        door.answers("GET_/admin/users", 403, "{\"error\":\"Requires admin role\"}");
        HttpResponse<String> response = endpoint.call("get_admin_users", "{}");

        assertThat(response.statusCode(), is(403));
        assertThat(json(response).path("error").path("message").asText(), is("Requires admin role"));
    }

    @Test
    void redirectToALoginPageIsUnauthorized() throws Exception {
        door.answers(
                "GET_/user/profile", 302, "text/html", new byte[0], new HeaderField("Location", "/app/login?next=/x"));
        HttpResponse<String> response = endpoint.call("get_user_profile", "{}");

        assertThat(response.statusCode(), is(401));
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""), is("Bearer"));
    }

    @Test
    void pictureIsAnImageBlock() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G'};
        door.answers("GET_/user/avatar", 200, "image/png", png);
        JsonNode block = json(endpoint.call("get_user_avatar", "{}"))
                .path("result")
                .path("content")
                .path(0);

        assertThat(block.path("type").asText(), is("image"));
        assertThat(block.path("mimeType").asText(), is("image/png"));
        assertThat(block.path("data").asText(), is(Base64.getEncoder().encodeToString(png)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"initialize", "ping", "logging/setLevel", "resources/subscribe", "no/such", "Tools/list"})
    void methodOfAnotherRevisionIsNotFound(String method) throws Exception {
        HttpResponse<String> response = endpoint.modern(method, "");

        assertThat(response.statusCode(), is(404));
        assertThat(json(response).path("error").path("code").asInt(), is(-32601));
        assertThat(json(response).path("id").asInt(), is(1));
    }

    @Test
    void unknownToolIsAnInvalidParameter() throws Exception {
        HttpResponse<String> response = endpoint.call("get_no_such", "{}");

        assertThat(response.statusCode(), is(200));
        assertThat(json(response).path("error").path("code").asInt(), is(-32602));
        assertThat(json(response).path("error").path("message").asText(), is("Unknown tool: get_no_such"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "99999999999999999999", "' OR 1=1--", "", "0000000000000000-1"})
    void forgedCursorIsRefused(String cursor) throws Exception {
        JsonNode answer = json(endpoint.modern("tools/list", "\"cursor\":\"" + cursor + "\","));

        assertThat(answer.path("error").path("code").asInt(), is(-32602));
    }

    @ParameterizedTest
    @CsvSource({
        "Mcp-Method,tools/list",
        "Mcp-Method,TOOLS/CALL",
        "Mcp-Name,get_user_profile_x",
        "Mcp-Name,GET_USER_PROFILE",
        "Mcp-Name,=?base64?!!!?=",
        "Mcp-Name,=?base64?Z2V0X3VzZXJfcHJvZmlsZQ?=",
        "MCP-Protocol-Version,2025-11-25",
        "MCP-Protocol-Version,'2026-07-28, 2025-11-25'",
        "Mcp-Method,",
        "Mcp-Name,",
        "MCP-Protocol-Version,"
    })
    void headerThatDisagreesWithTheBodyIsRefused(String header, String value) throws Exception {
        String body = TestEndpoint.modernBody("tools/call", "\"name\":\"get_user_profile\",");
        var request = new java.util.LinkedHashMap<String, String>();
        request.put("MCP-Protocol-Version", "2026-07-28");
        request.put("Mcp-Method", "tools/call");
        request.put("Mcp-Name", "get_user_profile");
        if (value == null) {
            request.remove(header);
        } else {
            request.put(header, value);
        }
        HttpResponse<String> response = endpoint.post(
                "",
                body,
                request.entrySet().stream()
                        .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                        .toArray(String[]::new));

        assertThat(response.statusCode(), is(400));
        assertThat(json(response).path("error").path("code").asInt(), is(-32020));
        assertThat(door.calls(), is(empty()));
    }

    @Test
    void encodedNameAndSurroundingSpaceAgree() throws Exception {
        String encoded = Base64.getEncoder().encodeToString("get_user_profile".getBytes(StandardCharsets.UTF_8));
        String name = "\"name\":\"get_user_profile\",";

        assertThat(
                endpoint.modern("tools/call", name, "mcp-name", "=?base64?" + encoded + "?=")
                        .statusCode(),
                is(200));
        assertThat(
                endpoint.modern("tools/call", name, "MCP-NAME", "  get_user_profile ")
                        .statusCode(),
                is(200));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"title\":\"Hello\"',Hello,,200",
        "'\"title\":\"Hello\"',=?base64?SGVsbG8=?=,,200",
        "'\"title\":\"Hello\"',=?base64?SGVsbG8?=,,400",
        "'\"title\":\"Hello\"',=?base64?SGVs!!!bG8=?=,,400",
        "'\"title\":\"SGVsbG8=?=\"',SGVsbG8=?=,,200",
        "'\"title\":\"Hello\"',,,400",
        "'\"title\":\"Hello\"',hello,,400",
        "'\"title\":\"a\",\"count\":42',a,42.0,200",
        "'\"title\":\"a\",\"count\":42',a,43,400",
        "'\"title\":\"a\"',a,42,400",
        "'\"title\":\"a\",\"count\":42',a,,400",
    })
    void mirroredArgumentsAgree(String arguments, String title, String count, int status) throws Exception {
        var headers = new java.util.ArrayList<String>(java.util.List.of("Mcp-Name", "post_user_notes"));
        if (title != null) {
            headers.addAll(java.util.List.of("Mcp-Param-Title", title));
        }
        if (count != null) {
            headers.addAll(java.util.List.of("mcp-param-count", count));
        }
        HttpResponse<String> response = endpoint.modern(
                "tools/call",
                "\"name\":\"post_user_notes\",\"arguments\":{" + arguments + "},",
                headers.toArray(String[]::new));

        assertThat(response.body(), response.statusCode(), is(status));
        assertThat(json(response).path("error").path("code").asInt(0), is(status == 400 ? -32020 : 0));
        assertThat(door.calls(), hasSize(status == 400 ? 0 : 1));
    }

    @Test
    void unknownRevisionIsToldWhichThereAre() throws Exception {
        String body = TestEndpoint.modernBody("tools/list", "").replace("\"2026-07-28\"", "\"1900-01-01\"");
        HttpResponse<String> response =
                endpoint.post("", body, "MCP-Protocol-Version", "1900-01-01", "Mcp-Method", "tools/list");
        JsonNode error = json(response).path("error");

        assertThat(response.statusCode(), is(400));
        assertThat(error.path("code").asInt(), is(-32022));
        assertThat(error.path("data").path("requested").asText(), is("1900-01-01"));
        assertThat(error.path("data").path("supported").toString(), is("[\"2026-07-28\"]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"_meta\":{}}",
                "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}",
                "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":5,"
                        + "\"io.modelcontextprotocol/clientCapabilities\":{}}}",
                "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                        + "\"io.modelcontextprotocol/clientCapabilities\":{},"
                        + "\"io.modelcontextprotocol/logLevel\":\"loud\"}}"
            })
    void requestWithoutItsMetadataIsMalformed(String params) throws Exception {
        HttpResponse<String> response = endpoint.post(
                "",
                "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/list\",\"params\":" + params + "}",
                "MCP-Protocol-Version",
                "2026-07-28",
                "Mcp-Method",
                "tools/list");

        assertThat(response.statusCode(), is(400));
        assertThat(json(response).path("error").path("code").asInt(), is(-32602));
        assertThat(json(response).path("id").asText(), is("a"));
    }

    @Test
    void notificationIsAccepted() throws Exception {
        HttpResponse<String> response = endpoint.post(
                "", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}", "MCP-Protocol-Version", "2026-07-28");

        assertThat(response.statusCode(), is(202));
        assertThat(response.body(), is(""));
    }

    @Test
    void responseIsNotAccepted() throws Exception {
        HttpResponse<String> response =
                endpoint.post("", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}", "MCP-Protocol-Version", "2026-07-28");

        assertThat(response.statusCode(), is(400));
        assertThat(json(response).path("error").path("code").asInt(), is(-32600));
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }
}
