/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What routes do beyond answering, over HTTP. */
class ToolCallTest {
    private static final String NAME_FORM =
            "{\"mode\":\"form\",\"message\":\"Who?\",\"requestedSchema\":{\"type\":\"object\","
                    + "\"properties\":{\"name\":{\"type\":\"string\"}},\"required\":[\"name\"]}}";

    @TempDir
    Path directory;

    private final MemoryDoor door = new MemoryDoor();
    private TestEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        endpoint = TestEndpoint.start(directory, door, Tools.FILE);
        door.answers("GET_/user/profile", 200, "{\"done\":true}");
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void progressGoesOutBeforeTheAnswer() throws Exception {
        door.does("GET_/user/profile", call -> {
            call.progress(0, 100, "");
            call.progress(50, 100, "half");
            call.progress(50, 100, "not again");
            call.progress(100, 100, "");
        });
        HttpResponse<String> response = call("\"progressToken\":\"p1\",", "{}", "");

        assertThat(response.headers().firstValue("Content-Type").orElse(""), startsWith("text/event-stream"));
        assertThat(response.headers().firstValue("X-Accel-Buffering").orElse(""), is("no"));
        String[] events = response.body().split("\n\n", -1);
        assertThat(events.length, is(5));
        assertThat(
                events[1],
                is("data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":"
                        + "{\"progressToken\":\"p1\",\"progress\":50,\"total\":100,\"message\":\"half\"}}"));
        assertThat(events[3], containsString("\"structuredContent\":{\"done\":true}"));
    }

    @Test
    void nothingIsReportedToWhoDidNotAskForIt() throws Exception {
        door.does("GET_/user/profile", call -> {
            call.progress(1, 2, "");
            call.log(ToolCall.Level.ERROR, "", "x");
        });
        HttpResponse<String> response = call("", "{}", "");

        assertThat(response.headers().firstValue("Content-Type").orElse(""), is("application/json"));
    }

    @Test
    void logGoesOutFromTheLevelThatIsWanted() throws Exception {
        door.does("GET_/user/profile", call -> {
            call.log(ToolCall.Level.INFO, "app", "hidden");
            call.log(ToolCall.Level.WARNING, "app", "shown\nline");
        });
        HttpResponse<String> response = call("\"io.modelcontextprotocol/logLevel\":\"warning\",", "{}", "");

        assertThat(response.body(), containsString("\"data\":\"shown\\nline\""));
        assertThat(response.body(), not(containsString("hidden")));
    }

    @Test
    void clientIsAskedAndItsAnswerFound() throws Exception {
        asks();
        JsonNode first = result(call("", "{\"elicitation\":{}}", ""));
        assertThat(first.path("resultType").asText(), is("input_required"));
        assertThat(first.path("inputRequests").path("name").path("method").asText(), is("elicitation/create"));

        JsonNode second = result(again(first, "{\"name\":{\"action\":\"accept\",\"content\":{\"name\":\"Ann\"}}}"));
        assertThat(second.path("inputRequests").has("again"), is(true));
        assertThat(
                "an answer of an earlier round is kept",
                second.path("inputRequests").has("name"),
                is(false));

        JsonNode last = result(again(second, "{\"again\":{\"action\":\"accept\",\"content\":{}},\"extra\":{}}"));
        assertThat(last.path("resultType").asText(), is("complete"));
        assertThat(last.path("structuredContent").path("done").asBoolean(), is(true));
    }

    @Test
    void stateThatWasChangedOrBelongsToAnotherCallerOrCallIsRefused() throws Exception {
        asks();
        JsonNode first = result(call("", "{\"elicitation\":{}}", ""));
        String state = first.path("requestState").asText();
        String changed = (state.charAt(0) == '9' ? "8" : "9") + state.substring(1);

        assertThat(error(resume(changed, "get_user_profile", "{}", "")), is(-32602));
        assertThat(error(resume("nonsense", "get_user_profile", "{}", "")), is(-32602));
        assertThat(error(resume("", "get_user_profile", "{}", "")), is(-32602));
        assertThat(error(resume(state, "get_user_profile", "{}", "Bearer other")), is(-32602));
        assertThat(error(resume(state, "get_admin_users", "{}", "")), is(-32602));
        assertThat(error(resume(state, "get_user_profile", "{}", "")), is(0));
    }

    @Test
    void stateBelongsToTheApplicationsSessionWhereThatIsAllThatIsKnown() throws Exception {
        asks();
        endpoint.close();
        endpoint = TestEndpoint.start(
                directory, door, Tools.FILE, Map.of(), context -> context.setSessionHandler(new SessionHandler()));
        String first = "{\"elicitation\":{}}";
        JsonNode mine = result(send("get_user_profile", "", first, "", "Cookie", "JSESSIONID=mine"));
        String state = "\"requestState\":" + mine.path("requestState") + ",";

        assertThat(error(send("get_user_profile", "", first, state, "Cookie", "JSESSIONID=other")), is(-32602));
        assertThat(error(send("get_user_profile", "", first, state, "Cookie", "JSESSIONID=mine")), is(0));
    }

    @Test
    void clientThatCannotBeAskedIsToldWhatItLacks() throws Exception {
        asks();
        HttpResponse<String> response = call("", "{\"sampling\":{}}", "");
        JsonNode error = new ObjectMapper().readTree(response.body()).path("error");

        assertThat(response.statusCode(), is(400));
        assertThat(error.path("code").asInt(), is(-32021));
        assertThat(error.path("data").toString(), is("{\"requiredCapabilities\":{\"elicitation\":{}}}"));
    }

    @Test
    void refusalOfTheRouteIsNeverCoveredByAQuestion() throws Exception {
        asks();
        door.answers("GET_/user/profile", 403, "{\"error\":\"No\"}");

        assertThat(call("", "{\"elicitation\":{}}", "").statusCode(), is(403));
    }

    @Test
    void legacyClientGetsLogAndProgressButIsNotAskedHere() throws Exception {
        door.does("GET_/user/profile", call -> {
            call.log(ToolCall.Level.INFO, "", "hello");
            call.progress(1, 0, "");
        });
        HttpResponse<String> response = endpoint.post(
                "",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"get_user_profile\","
                        + "\"_meta\":{\"progressToken\":7}}}",
                "MCP-Protocol-Version",
                "2025-06-18",
                "Accept",
                "application/json, text/event-stream");

        assertThat(response.body(), containsString("notifications/message"));
        assertThat(response.body(), containsString("\"progressToken\":7"));
    }

    @Test
    void routeMayWriteItsResultItself() throws Exception {
        String ready = "{\"content\":[{\"type\":\"resource\",\"resource\":{\"uri\":\"a://b\",\"text\":\"x\"}}],"
                + "\"structuredContent\":{\"a\":1},\"isError\":true}";
        door.answers(
                "GET_/user/profile",
                200,
                "application/vnd.samedoor.tool-result+json",
                ready.getBytes(StandardCharsets.UTF_8));
        JsonNode result = result(call("", "{}", ""));

        assertThat(result.path("content").path(0).path("resource").path("uri").asText(), is("a://b"));
        assertThat(result.path("structuredContent").path("a").asInt(), is(1));
        assertThat(result.path("isError").asBoolean(), is(true));
    }

    private void asks() {
        door.does("GET_/user/profile", call -> {
            if (call.ask("name", ToolCall.Input.ELICITATION, NAME_FORM).isPresent()) {
                call.ask("again", ToolCall.Input.ELICITATION, NAME_FORM);
            }
        });
        door.answers("GET_/admin/users", 200, "{}");
    }

    private HttpResponse<String> again(JsonNode earlier, String responses) throws Exception {
        return call(
                "",
                "{\"elicitation\":{}}",
                "\"inputResponses\":" + responses + ",\"requestState\":" + earlier.path("requestState") + ",");
    }

    private HttpResponse<String> call(String meta, String capabilities, String params) throws Exception {
        return call("get_user_profile", meta, capabilities, params, "");
    }

    private HttpResponse<String> resume(String state, String tool, String responses, String authorization)
            throws Exception {
        String params = "\"inputResponses\":" + responses + ",\"requestState\":\"" + state + "\",";
        return call(tool, "", "{\"elicitation\":{}}", params, authorization);
    }

    private HttpResponse<String> call(
            String tool, String meta, String capabilities, String params, String authorization) throws Exception {
        return send(
                tool,
                meta,
                capabilities,
                params,
                "Authorization",
                authorization.isEmpty() ? "Bearer one" : authorization);
    }

    private HttpResponse<String> send(
            String tool, String meta, String capabilities, String params, String header, String value)
            throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool + "\","
                + params + "\"_meta\":{" + meta + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":" + capabilities + "}}}";
        return endpoint.post(
                "",
                body,
                "MCP-Protocol-Version",
                "2026-07-28",
                "Mcp-Method",
                "tools/call",
                "Mcp-Name",
                tool,
                "Accept",
                "application/json, text/event-stream",
                header,
                value);
    }

    private static JsonNode result(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body()).path("result");
    }

    private static int error(HttpResponse<String> response) throws Exception {
        return new ObjectMapper()
                .readTree(response.body())
                .path("error")
                .path("code")
                .asInt(0);
    }
}
