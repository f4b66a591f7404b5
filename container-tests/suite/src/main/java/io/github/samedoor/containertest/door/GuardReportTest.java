/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import static io.github.samedoor.containertest.door.DoorApplication.filter;
import static io.github.samedoor.containertest.door.DoorApplication.servletName;
import static io.github.samedoor.containertest.door.DoorApplication.url;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.User;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guard report tells, to whom, and what follows when the relay fails or registrations change. */
public final class GuardReportTest {
    private static final String REPORT_IS_FOR_USERS = "<security-constraint><web-resource-collection>"
            + "<web-resource-name>report</web-resource-name><url-pattern>/mcp/guards</url-pattern>"
            + "</web-resource-collection><auth-constraint><role-name>**</role-name></auth-constraint>"
            + "</security-constraint><security-constraint><web-resource-collection>"
            + "<web-resource-name>admin</web-resource-name><url-pattern>/c/admin/*</url-pattern>"
            + "</web-resource-collection><auth-constraint><role-name>admin</role-name></auth-constraint>"
            + "</security-constraint><login-config><auth-method>BASIC</auth-method><realm-name>door</realm-name>"
            + "</login-config><security-role><role-name>admin</role-name></security-role>"
            + "<security-role><role-name>user</role-name></security-role>";

    private static final List<String> TOOLS = Stream.of(
                    "/guarded/x", "/c/admin/x", "/onlyname/x", "/plain/other", "/plain/touched", "/onward/register")
            .map(path -> "{\"method\":\"GET\",\"path\":\"" + path + "\",\"description\":\"A route.\"}")
            .toList();

    private static final String TEMPLATE =
            "{\"method\":\"GET\",\"path\":\"/plain/{name}\",\"description\":\"A route.\","
                    + "\"parameters\":{\"name\":{\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}}}}";

    private static RunningContainer start(String more) {
        String filters = filter("everywhere", "Trace", url("/*"))
                + filter("urlGuard", "Trace", url("/guarded/*"))
                + filter("nameForward", "Trace", servletName("named", "FORWARD"))
                + filter("lateGuard", "Trace", "")
                + more;
        List<String> tools = Stream.concat(TOOLS.stream(), Stream.of(TEMPLATE)).toList();
        return TestContainer.onClassPath().start(DoorApplication.application(filters + REPORT_IS_FOR_USERS, tools));
    }

    @Test
    void tellsAdministratorsWhatStandsBeforeEachTool() throws JsonProcessingException {
        try (RunningContainer container = start("")) {
            JsonNode report = report(container);
            assertThat(report.path("selfTest").asText(), is("passed"));
            assertThat(report.path("container").asText(), not(is("")));
            JsonNode guarded = tool(report, "GET /guarded/x");
            assertThat(guarded.toString(), guarded.path("verdict").asText(), is("offered"));
            assertThat(guarded.path("filters").toString(), is("[\"everywhere\",\"urlGuard\"]"));
            assertThat(guarded.path("servlet").asText(), is("view"));
            assertThat(
                    tool(report, "GET /c/admin/x").path("constraint").asText(),
                    containsString("role admin, authenticated by BASIC"));
            JsonNode refused = tool(report, "GET /onlyname/x");
            assertThat(refused.path("verdict").asText(), is("refused"));
            assertThat(refused.path("reason").asText(), containsString("nameForward"));
            assertThat(refused.path("mend").asText(), containsString("by URL"));
        }
    }

    @Test
    void isThereForTheNamedRoleAlone() {
        try (RunningContainer container = start("")) {
            Http http = new Http(container.baseUri());
            assertThat(http.get("/mcp/guards").status(), is(401));
            assertThat(http.get("/mcp/guards", User.JOE.basicAuthorization()).status(), is(403));
            HttpAnswer text = http.get("/mcp/guards", User.ROOT.basicAuthorization(), "Accept: text/plain");
            assertThat(text.header("Content-Type").orElse(""), startsWith("text/plain"));
            assertThat(text.text(), containsString("GET /guarded/x  offered: everywhere > urlGuard > servlet view"));
        }
    }

    /** A filter that turns the self-test away stands for a container on which the relay doesn't work. */
    @Test
    void offersNothingWhereTheSelfTestFails() throws JsonProcessingException {
        try (RunningContainer container =
                start(filter("selfTestGuard", "Trace", servletName("samedoor-self-test", "FORWARD")))) {
            assertThat(call(container, "GET_/plain/other").status(), is(404));
            assertThat(new Http(container.baseUri()).get("/mcp/tools").text(), is("{\"tools\":[]}"));
            JsonNode report = report(container);
            assertThat(report.path("selfTest").asText(), is("failed"));
            assertThat(tool(report, "GET /plain/other").path("reason").asText(), containsString("401"));
        }
    }

    @Test
    void locksWhatALateRegistrationTouchesAndNothingElse() throws JsonProcessingException {
        try (RunningContainer container = start("")) {
            Http http = new Http(container.baseUri());
            assertThat(call(container, "GET_/plain/touched").status(), is(200));
            assertThat(http.get("/onward/register").status(), is(200));
            assertThat(http.get("/plain/touched").status(), is(401));
            assertThat(call(container, "GET_/plain/touched").status(), is(404));
            assertThat(
                    call(container, "GET_/plain/{name}", "{\"name\":\"touched\"}")
                            .status(),
                    is(404));
            assertThat(call(container, "GET_/plain/other").status(), is(200));
            assertThat(call(container, "GET_/guarded/x").status(), is(401));
            JsonNode report = report(container);
            assertThat(tool(report, "GET /plain/other").path("verdict").asText(), is("offered"));
            JsonNode touched = tool(report, "GET /plain/touched");
            assertThat(touched.path("reason").asText(), containsString("after the application had started"));
            assertThat(touched.path("mend").asText(), containsString("restart"));
        }
    }

    /** The call of a tool that registers a filter is itself the last one before the guards are read again. */
    @Test
    void readsTheGuardsAgainForTheNextCallOfTheSameRequest() {
        try (RunningContainer container = start("")) {
            HttpAnswer answer = new Http(container.baseUri())
                    .postJson(
                            "/mcp",
                            "[" + message(1, "get_plain_touched") + "," + message(2, "get_onward_register") + ","
                                    + message(3, "get_plain_touched") + "]",
                            "Accept: application/json, text/event-stream",
                            "MCP-Protocol-Version: 2025-03-26");
            assertThat(answer.text(), answer.status(), is(200));
            assertThat(answer.text(), answer.text().split("forwardedFrom", -1).length - 1, is(1));
        }
    }

    private static String message(int id, String tool) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{}}}";
    }

    private static HttpAnswer call(RunningContainer container, String tool) {
        return call(container, tool, "{}");
    }

    private static HttpAnswer call(RunningContainer container, String tool, String arguments) {
        return new Http(container.baseUri())
                .postJson("/mcp/invoke", "{\"toolName\":\"" + tool + "\",\"args\":" + arguments + "}");
    }

    private static JsonNode report(RunningContainer container) throws JsonProcessingException {
        HttpAnswer answer = new Http(container.baseUri()).get("/mcp/guards", User.ROOT.basicAuthorization());
        assertThat(answer.toString(), answer.status(), is(200));
        return new ObjectMapper().readTree(answer.text());
    }

    private static JsonNode tool(JsonNode report, String route) {
        for (JsonNode tool : report.path("tools")) {
            if (tool.path("route").asText().equals(route)) {
                return tool;
            }
        }
        throw new AssertionError("There is no " + route + " in " + report);
    }
}
