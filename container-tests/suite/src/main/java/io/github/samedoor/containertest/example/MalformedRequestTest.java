/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.JsonForm.parse;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RawHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that can't be served get a 4xx with a JSON error, and a tool call among them reaches no route. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedRequestTest {
    private static final String AUTHORIZATION = "Authorization: Bearer admin-token-456";
    private static final String JSON = "Content-Type: application/json";

    @SuppressWarnings("NullAway.Init")
    private ExampleServer server;

    @BeforeAll
    void start() {
        server = ExampleServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "null",
                "[]",
                "\"text\"",
                "{\"title\":\"a\",\"text\":\"b\"",
                "{\"title\":\"a\",\"text\":\"b\"}}",
                "{\"title\":\"a\",\"text\":\"b\"} x",
                "{\"title\":\"a\",\"title\":\"b\",\"text\":\"c\"}",
                "{\"title\":\"a\"}",
                "{\"title\":null,\"text\":\"b\"}",
                "{\"title\":1,\"text\":\"b\"}",
                "{\"title\":\"\",\"text\":\"b\"}",
                "{\"title\":\"a\",\"text\":\"b\",\"tags\":\"c\"}",
                "{\"title\":\"a\",\"text\":\"b\",\"tags\":[1]}",
                "{\"title\":\"a\",\"text\":\"b\",\"owner\":2}",
                "{\"title\":\"\\ud800\",\"text\":\"b\"}",
                "{'title':'a','text':'b'}",
                "{\"title\":NaN,\"text\":\"b\"}"
            })
    void routeRefusesMalformedBody(String body) {
        HttpAnswer answer = server.http().send("POST", "/user/notes", body, AUTHORIZATION, JSON);
        assertThat(answer.toString(), answer.status(), is(400));
        assertThat(error(answer), is(not(emptyString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "application/jsonx"})
    void routeRefusesOtherContentTypes(String type) {
        HttpAnswer answer = server.http()
                .send("PUT", "/user/settings", "{\"settings\":{}}", AUTHORIZATION, "Content-Type: " + type);
        assertThat(answer.toString(), answer.status(), is(415));
        assertThat(error(answer), is(not(emptyString())));
    }

    @Test
    void routeRefusesOversizedBody() {
        String body = "{\"settings\":{\"a\":\"" + "x".repeat(70_000) + "\"}}";
        HttpAnswer answer = server.http().send("PUT", "/user/settings", body, AUTHORIZATION, JSON);
        assertThat(answer.toString(), answer.status(), is(413));
        assertThat(error(answer), is(not(emptyString())));
    }

    @Test
    void routeRefusesDeepNesting() {
        String body = "{\"settings\":" + "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_001);
        HttpAnswer answer = server.http().send("PUT", "/user/settings", body, AUTHORIZATION, JSON);
        assertThat(answer.toString(), answer.status(), is(400));
        assertThat(error(answer), is(not(emptyString())));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/no/such/path,404",
        "GET,/user/notes/,404",
        "GET,/user/notes/1/2,404",
        "GET,/user/notes/abc,404",
        "GET,/user/notes?limit=0,400",
        "GET,/user/notes?limit=x,400",
        "GET,/error,404",
        "POST,/public/info,405",
        "DELETE,/user/notes,405",
        "POST,/user/notes/1,405",
        "GET,/auth/login,405",
        "PATCH,/user/settings,405",
        "GET,/mcp/invoke,405"
    })
    void otherPathsAndMethodsAreJsonErrors(String method, String path, int status) {
        HttpAnswer answer = server.http().send(method, path, "", AUTHORIZATION);
        assertThat(answer.toString(), answer.status(), is(status));
        assertThat(error(answer), is(not(emptyString())));
        if (status == 405) {
            assertThat(answer.header("Allow").isPresent(), is(true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/info", "/no/such/path"})
    void traceEchoesNothing(String path) {
        HttpAnswer answer = server.http().send("TRACE", path, "", AUTHORIZATION);
        // Jetty refuses it by a constraint of its own.
        assertThat(answer.toString(), answer.status(), is(either(is(405)).or(is(403))));
        assertThat(answer.text(), not(containsString("admin-token-456")));
    }

    @Test
    void headIsGetWithoutBody() {
        HttpAnswer answer = server.http().send("HEAD", "/public/info", "");
        assertThat(answer.toString(), answer.status(), is(200));
        assertThat(answer.text(), is(""));
    }

    @Test
    void optionsNamesTheMethods() {
        HttpAnswer answer = server.http().send("OPTIONS", "/user/notes", "", AUTHORIZATION);
        assertThat(answer.toString(), answer.status(), is(204));
        assertThat(answer.header("Allow").orElse(""), is("GET, HEAD, POST, OPTIONS"));
        assertThat(answer.header("Access-Control-Allow-Origin").isPresent(), is(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {",
                "400 | []",
                "400 | {\"args\":{}}",
                "400 | {\"toolName\":7,\"args\":{}}",
                "400 | {\"toolName\":\"POST_/user/notes\",\"args\":[]}",
                "400 | {\"toolName\":\"POST_/user/notes\",\"toolName\":\"GET_/public/info\",\"args\":{}}",
                "400 | {\"toolName\":\"POST_/user/notes\",\"args\":{\"title\":\"a\",\"text\":\"b\"}} x",
                "400 | {\"toolName\":\"POST_/user/notes\",\"args\":{\"title\":\"a\"}}",
                "400 | {\"toolName\":\"POST_/user/notes\",\"args\":{\"title\":1,\"text\":\"b\"}}",
                "400 | {\"toolName\":\"POST_/user/notes\",\"args\":{\"title\":\"a\",\"text\":\"b\",\"owner\":2}}",
                "400 | {\"toolName\":\"GET_/user/notes/{id}\",\"args\":{}}",
                "400 | {\"toolName\":\"GET_/user/notes/{id}\",\"args\":{\"id\":true}}",
                "400 | {\"toolName\":\"GET_/user/notes/{id}\",\"args\":{\"id\":\"../../admin/users\"}}",
                "400 | {\"toolName\":\"GET_/user/notes\",\"args\":{\"limit\":\"many\"}}",
                "404 | {\"toolName\":\"GET_/no/such/tool\",\"args\":{}}",
                "404 | {\"toolName\":\"POST_/auth/login\",\"args\":{\"username\":\"alice\",\"password\":\"password123\"}}",
                "404 | {\"toolName\":\"POST_/auth/logout\",\"args\":{}}",
                "404 | {\"toolName\":\"GET_/mcp/tools\",\"args\":{}}"
            })
    void invokeRefusesWithoutDispatch(int status, String body) {
        HttpAnswer answer = withoutDispatch("/mcp/invoke", body, JSON);
        assertThat(answer.toString(), answer.status(), is(status));
        JsonNode envelope = parse(answer.text());
        assertThat(answer.toString(), envelope.path("ok").booleanValue(), is(false));
        assertThat(answer.toString(), envelope.path("status").intValue(), is(status));
        assertThat(answer.toString(), envelope.path("error").asText(), is(not(emptyString())));
        assertThat(answer.toString(), envelope.has("result"), is(false));
    }

    @Test
    void unknownToolIsNamed() {
        HttpAnswer answer = withoutDispatch("/mcp/invoke", "{\"toolName\":\"GET_/x\",\"args\":{}}", JSON);
        assertThat(
                answer.text(), is(JsonForm.json("{\"ok\":false,\"status\":404,\"error\":\"Unknown tool: GET_/x\"}")));
    }

    @ParameterizedTest
    @CsvSource({
        "/mcp,text/plain",
        "/mcp,application/x-www-form-urlencoded",
        "/mcp,multipart/form-data",
        "/mcp/invoke,text/plain",
        "/mcp/invoke,multipart/form-data"
    })
    void endpointRefusesOtherContentTypes(String path, String type) {
        HttpAnswer answer = withoutDispatch(path, validCall(path), "Content-Type: " + type);
        assertThat(answer.toString(), answer.status(), is(415));
        assertThat(answer.header("Content-Type").orElse(""), startsWith("application/json"));
    }

    /** A plain {@code curl -d} calls its body a form; so can any web page, which therefore can't change anything. */
    @Test
    void formCallsNoToolThatChangesSomething() {
        HttpAnswer answer = withoutDispatch(
                "/mcp/invoke",
                "{\"toolName\":\"PUT_/user/settings\",\"args\":{\"settings\":{\"x\":1}}}",
                "Content-Type: application/x-www-form-urlencoded");
        assertThat(answer.toString(), answer.status(), is(415));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp/invoke", "/mcp"})
    void endpointRefusesOversizedBody(String path) {
        // Only announced, since a server may close before it has read what it refuses.
        long before = requests();
        HttpAnswer answer = RawHttp.send(
                server.uri(),
                "POST " + path + " HTTP/1.1\r\nHost: " + server.uri().getAuthority() + "\r\n" + AUTHORIZATION + "\r\n"
                        + JSON + "\r\nContent-Length: 2000000\r\nConnection: close\r\n\r\n" + validCall(path));
        assertThat(answer.toString(), requests(), is(before + 1));
        assertThat(answer.toString(), answer.status(), is(413));
        assertThat(answer.header("Content-Type").orElse(""), startsWith("application/json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-32700 | {",
                "-32600 | {\"id\":1}",
                "-32601 | {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such/method\"}",
                "-32602 | {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"no_such_tool\"}}",
                "-32602 | {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":7}}"
            })
    void mcpRefusesWithoutDispatch(int code, String body) {
        HttpAnswer answer = withoutDispatch("/mcp", body, JSON, "MCP-Protocol-Version: 2025-11-25");
        assertThat(answer.toString(), answer.status(), is(lessThan(500)));
        assertThat(answer.toString(), parse(answer.text()).at("/error/code").intValue(), is(code));
    }

    @Test
    void mcpRefusesWrongArgumentTypeWithoutDispatch() {
        HttpAnswer answer = withoutDispatch(
                "/mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
                        + "{\"name\":\"get_user_notes_by_id\",\"arguments\":{\"id\":true}}}",
                JSON,
                "MCP-Protocol-Version: 2025-11-25");
        assertThat(answer.toString(), parse(answer.text()).at("/result/isError").booleanValue(), is(true));
    }

    /** Some containers answer this one themselves, before any error page. */
    @Test
    void webInfIsNotThere() {
        assertThat(server.http().get("/WEB-INF/web.xml", AUTHORIZATION).status(), is(404));
    }

    private static String validCall(String path) {
        return path.equals("/mcp")
                ? "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"get_public_info\"}}"
                : "{\"toolName\":\"GET_/public/info\",\"args\":{}}";
    }

    /** The example counts what its routes are asked, so a request that moves the count has reached one. */
    private HttpAnswer withoutDispatch(String path, String body, String... headers) {
        String[] all = new String[headers.length + 1];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = AUTHORIZATION;
        long before = requests();
        HttpAnswer answer = server.http().send("POST", path, body, all);
        // The look at the count counts itself.
        assertThat(answer.toString(), requests(), is(before + 1));
        return answer;
    }

    private long requests() {
        HttpAnswer answer = server.http().get("/service/metrics", AUTHORIZATION);
        return parse(answer.text()).at("/metrics/requests").longValue();
    }

    private static String error(HttpAnswer answer) {
        assertThat(answer.toString(), answer.status(), is(greaterThanOrEqualTo(400)));
        assertThat(answer.header("Content-Type").orElse(""), startsWith("application/json"));
        JsonNode error = parse(answer.text()).path("error");
        return error.isObject() ? error.path("message").asText() : error.asText();
    }
}
