/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.mcp.door.Passage;
import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.RouteAnswer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /invoke} and {@code GET /tools}, over HTTP. */
class InvokeTest {
    private static final String PROFILE = "{\"toolName\":\"GET_/user/profile\",\"args\":{}}";

    @TempDir
    Path directory;

    private final MemoryDoor door = new MemoryDoor();
    private TestEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        door.answers("GET_/user/profile", 200, "{\"name\":\"alice\"}");
        endpoint =
                TestEndpoint.start(directory, door, Tools.FILE, Map.of("resource-metadata", "https://x.example/meta"));
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void successHasTheRoutesBody() throws Exception {
        HttpResponse<String> response = endpoint.post("/invoke", PROFILE);

        assertThat(response.statusCode(), is(200));
        assertThat(response.body(), is("{\"ok\":true,\"status\":200,\"result\":{\"name\":\"alice\"}}"));
        assertThat(response.headers().firstValue("X-Content-Type-Options").orElse(""), is("nosniff"));
    }

    @Test
    void argumentsMayBeLeftOut() throws Exception {
        assertThat(
                endpoint.post("/invoke", "{\"toolName\":\"GET_/user/profile\"}").statusCode(), is(200));
    }

    @Test
    void refusalHasTheRoutesStatusWordsAndChallenge() throws Exception {
        door.answers(
                "GET_/user/profile",
                401,
                "{\"error\":\"Invalid token\"}",
                new HeaderField("WWW-Authenticate", "Bearer error=\"invalid_token\""));
        HttpResponse<String> response = endpoint.post("/invoke", PROFILE);

        assertThat(response.statusCode(), is(401));
        assertThat(
                response.body(),
                is(
                        "{\"ok\":false,\"status\":401,\"error\":\"Invalid token\",\"result\":{\"error\":\"Invalid token\"}}"));
        assertThat(
                response.headers().firstValue("WWW-Authenticate").orElse(""),
                is("Bearer error=\"invalid_token\", resource_metadata=\"https://x.example/meta\""));
    }

    @ParameterizedTest
    @CsvSource({
        "200,text/plain,hello,'{\"ok\":true,\"status\":200,\"result\":\"hello\"}'",
        "200,text/plain,,'{\"ok\":true,\"status\":200,\"result\":null}'",
        "200,image/png,x,'{\"ok\":true,\"status\":200,\"result\":{\"contentType\":\"image/png\",\"base64\":\"eA==\"}}'",
        "200,application/json,{oops,'{\"ok\":true,\"status\":200,\"result\":\"{oops\"}'",
        "200,application/json,'{} {}','{\"ok\":true,\"status\":200,\"result\":\"{} {}\"}'",
        "200,application/json,'[1,\n2]','{\"ok\":true,\"status\":200,\"result\":[1, 2]}'",
        "404,text/html,<b>no</b>,'{\"ok\":false,\"status\":404,\"error\":\"Not found\",\"result\":\"<b>no</b>\"}'",
        "418,,,'{\"ok\":false,\"status\":418,\"error\":\"HTTP status 418\",\"result\":null}'",
    })
    void everyKindOfBodyHasItsForm(int status, String type, String body, String expected) throws Exception {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        door.answers("GET_/user/profile", status, type == null ? "" : type, bytes);
        HttpResponse<String> response = endpoint.post("/invoke", PROFILE);

        assertThat(response.statusCode(), is(status));
        assertThat(response.body(), is(expected));
    }

    @Test
    void declaredCharsetIsHeeded() throws Exception {
        byte[] latin = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        door.answers("GET_/user/profile", 200, "application/json;charset=ISO-8859-1", latin);

        assertThat(endpoint.post("/invoke", PROFILE).body(), containsString("{\"a\":\"é\"}"));
    }

    @Test
    void statusThatForbidsABodyHasNone() throws Exception {
        door.answers("GET_/user/profile", 204, "", new byte[0]);
        HttpResponse<String> response = endpoint.post("/invoke", PROFILE);

        assertThat(response.statusCode(), is(204));
        assertThat(response.body(), is(""));
    }

    @Test
    void redirectIsToldAndNotMade() throws Exception {
        door.answers("GET_/user/profile", 302, "", new byte[0], new HeaderField("Location", "/app/admin"));
        HttpResponse<String> response = endpoint.post("/invoke", PROFILE);

        assertThat(response.statusCode(), is(302));
        assertThat(response.headers().firstValue("Location").isPresent(), is(false));
        assertThat(json(response).path("location").asText(), is("/app/admin"));
    }

    @Test
    void cutAnswerIsNotPassedOffAsTheWhole() throws Exception {
        byte[] part = "{\"a\":1".getBytes(StandardCharsets.UTF_8);
        HeaderFields json = new HeaderFields(java.util.List.of(new HeaderField("Content-Type", "application/json")));
        door.gives("GET_/user/profile", new Passage.Answered(new RouteAnswer(200, json, part, true)));

        assertThat(endpoint.post("/invoke", PROFILE).statusCode(), is(502));
        JsonNode result = json(endpoint.call("get_user_profile", "{}")).path("result");
        assertThat(result.path("isError").asBoolean(), is(true));
        assertThat(result.path("content").path(0).path("text").asText(), containsString("limit"));
    }

    @ParameterizedTest
    @EnumSource(Passage.Reason.class)
    void doorsOwnRefusalHasItsStatus(Passage.Reason reason) throws Exception {
        door.gives("GET_/user/profile", new Passage.Refused(reason, "Because"));
        HttpResponse<String> response = endpoint.post("/invoke", PROFILE);

        assertThat(response.statusCode(), is(reason.status()));
        assertThat(json(response).path("error").asText(), is("Because"));
        assertThat(
                response.headers().firstValue("WWW-Authenticate").isPresent(),
                is(reason == Passage.Reason.UNAUTHENTICATED));
        assertThat(response.headers().firstValue("Retry-After").isPresent(), is(reason == Passage.Reason.BUSY));
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHENTICATED,401",
        "FORBIDDEN,403",
        "BUSY,503",
        "TIMEOUT,200",
        "FAILED,200",
        "UNPROVEN,200",
        "NESTED,200",
        "NOT_OFFERED,200"
    })
    void doorsOwnRefusalOverMcpHasTheStatusThatClientsActOn(Passage.Reason reason, int status) throws Exception {
        door.gives("GET_/user/profile", new Passage.Refused(reason, "Because"));

        assertThat(endpoint.call("get_user_profile", "{}").statusCode(), is(status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET_/user/../admin/users",
                "GET_/admin/users/",
                "GET_/admin//users",
                "get_admin_users",
                "GET_/admin/users\\u0000",
                "GET_/admin/users\\r\\nX: y",
                "/admin/users"
            })
    void nameIsFoundExactlyOrNotAtAll(String name) throws Exception {
        HttpResponse<String> response = endpoint.post("/invoke", "{\"toolName\":\"" + name + "\"}");

        assertThat(response.statusCode(), is(404));
        assertThat(json(response).path("error").asText(), containsString("Unknown tool: "));
        assertThat(json(response).path("error").asText().chars().allMatch(c -> c >= 0x20 && c < 0x7f), is(true));
        assertThat(door.calls(), is(empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "null",
                "[{\"toolName\":\"GET_/user/profile\"}]",
                "{\"ToolName\":\"GET_/user/profile\"}",
                "{\"toolName\\u0000\":\"GET_/user/profile\"}",
                "{\"toolName\":\"GET_/user/profile\",\"args\":[]}",
                "{\"toolName\":\"GET_/user/profile\",\"args\":null}",
                "{\"toolName\":\"GET_/user/profile\"}x",
                "{\"toolName\":\"GET_/user/profile\",\"args\":{\"x\":1}}"
            })
    void malformedBodyIsRefusedWithoutACall(String body) throws Exception {
        HttpResponse<String> response = endpoint.post("/invoke", body);

        assertThat(response.statusCode(), is(400));
        assertThat(json(response).path("ok").asBoolean(true), is(false));
        assertThat(door.calls(), is(empty()));
    }

    @Test
    void unexpectedFailureTellsNothingInternal() throws Exception {
        HttpResponse<String> response = endpoint.post("/invoke", "{\"toolName\":\"GET_/user/avatar\"}");

        assertThat(response.statusCode(), is(500));
        assertThat(response.body(), containsString("reference"));
        assertThat(response.body(), not(containsString("jdbc")));
        assertThat(response.body(), not(containsString("Exception")));
    }

    @Test
    void toolsAreListedWithTheirRoutes() throws Exception {
        door.hides("GET_/admin/users");
        HttpResponse<String> response = endpoint.get("/tools");
        JsonNode tools = json(response).path("tools");

        assertThat(response.statusCode(), is(200));
        assertThat(tools.size(), is(4));
        assertThat(tools.path(1).path("name").asText(), is("GET_/user/notes/{id}"));
        assertThat(tools.path(1).path("mcpName").asText(), is("get_user_notes_by_id"));
        assertThat(tools.path(1).path("method").asText(), is("GET"));
        assertThat(tools.path(1).path("path").asText(), is("/user/notes/{id}"));
        assertThat(tools.path(1).path("title").asText(), is("Read"));
        assertThat(tools.path(1).path("inputSchema").path("required").toString(), is("[\"id\"]"));
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertThat(endpoint.get("/nothing").statusCode(), is(404));
        assertThat(endpoint.get("/invoke").statusCode(), is(405));
        assertThat(endpoint.post("/tools", "{}").statusCode(), is(405));
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }
}
