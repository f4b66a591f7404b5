/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import static io.github.samedoor.containertest.door.DoorApplication.filter;
import static io.github.samedoor.containertest.door.DoorApplication.mapping;
import static io.github.samedoor.containertest.door.DoorApplication.servletName;
import static io.github.samedoor.containertest.door.DoorApplication.url;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** A tool call and the direct call of its route have the same outcome, and the route sees the same request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public final class DoorParityTest {
    private static final String ACCEPT = "Accept: application/json, */*;q=0.8";

    /** One call, made both ways. */
    private record Case(String method, String template, String path, String query, String arguments, String body) {
        static Case get(String path) {
            return new Case("GET", path, path, "", "{}", "");
        }

        String toolName() {
            return method + '_' + template;
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("GET", "/t/view/{a}/{b}", "/t/view/sub/q", "x=1", "{\"a\":\"sub\",\"b\":\"q\",\"x\":\"1\"}", ""),
            new Case(
                    "GET",
                    "/t/view/{a}/{b}",
                    "/t/view/a%20b/caf%C3%A9",
                    "x=1%262",
                    "{\"a\":\"a b\",\"b\":\"café\",\"x\":\"1&2\"}",
                    ""),
            new Case("GET", "/plain/{name}", "/plain/ordinary", "", "{\"name\":\"ordinary\"}", ""),
            new Case("GET", "/plain/{name}", "/plain/x.sec", "", "{\"name\":\"x.sec\"}", ""),
            new Case("GET", "/plain/{name}", "/plain/special", "", "{\"name\":\"special\"}", ""),
            new Case("POST", "/plain/{name}", "/plain/p", "", "{\"name\":\"p\",\"note\":\"hi\"}", "{\"note\":\"hi\"}"),
            Case.get("/t/view"),
            Case.get("/guarded/x"),
            Case.get("/plain/reserved"),
            Case.get("/onward/sendfile"),
            Case.get("/annotated/x"),
            Case.get("/programmatic/x"),
            Case.get("/late/x"),
            Case.get("/exact"),
            Case.get("/some/action.do"),
            Case.get("/around/x"),
            Case.get("/onlyname/x"),
            Case.get("/onlyname/nested/x"),
            Case.get("/filteronly/x"),
            Case.get("/page.html"),
            Case.get("/onward/forward"),
            Case.get("/onward/context"),
            Case.get("/onward/named"),
            Case.get("/onward/include"),
            Case.get("/onward/twice"),
            Case.get("/onward/reset"),
            Case.get("/onward/session"),
            Case.get("/onward/flushed"));

    private RunningContainer container =
            TestContainer.onClassPath().start(DoorApplication.application(filters(), tools()));

    private static String filters() {
        return filter("everywhereOnce", "Trace", url("/*"))
                + filter("zeta", "Trace", url("/t/*"))
                + filter("beta", "Trace", url("/t/*", "REQUEST", "FORWARD"))
                + filter("alpha", "Trace", url("/t/*", "REQUEST", "FORWARD", "INCLUDE", "ASYNC", "ERROR"))
                + filter("forwardOnly", "Trace", url("/t/*", "FORWARD"))
                + filter("urlGuard", "Trace", url("/guarded/*"))
                + filter("onceGuardOnce", "Trace", url("/guarded/*"))
                + filter("extensionGuard", "Trace", url("*.sec"))
                + filter("specialGuard", "Trace", url("/plain/special"))
                + filter("samedoor-guard", "Trace", url("/plain/reserved"))
                + filter("exactGuard", "Trace", url("/exact"))
                + filter("nameGuard", "Trace", servletName("named"))
                + filter("nameBoth", "Trace", servletName("view", "REQUEST", "FORWARD"))
                + filter("rootGuard", "Trace", url("/"))
                + filter("around", "Around", url("/around/*"))
                + filter("filterAnswering", "Trace", url("/filteronly/*"))
                + filter("lateGuard", "Trace", "")
                + mapping("zeta", url("/never/*"));
    }

    private static List<String> tools() {
        List<String> tools = new ArrayList<>();
        for (Case one : CASES) {
            String tool = tool(one);
            if (!tools.contains(tool)) {
                tools.add(tool);
            }
        }
        return tools;
    }

    private static String tool(Case one) {
        List<String> parameters = new ArrayList<>();
        for (String name : List.of("a", "b", "name")) {
            if (one.template().contains("{" + name + "}")) {
                parameters.add(parameter(name, "path", true));
            }
        }
        if (!one.query().isEmpty()) {
            parameters.add(parameter("x", "query", false));
        }
        if (!one.body().isEmpty()) {
            parameters.add(parameter("note", "body", true));
        }
        String servedBy = switch (one.template()) {
            case "/filteronly/x" -> ",\"servedBy\":\"filterAnswering\"";
            case "/page.html" -> ",\"servedBy\":\"default\"";
            default -> "";
        };
        return "{\"method\":\"" + one.method() + "\",\"path\":\"" + one.template() + "\",\"description\":\"A route.\""
                + servedBy + ",\"parameters\":{" + String.join(",", parameters) + "}}";
    }

    private static String parameter(String name, String place, boolean required) {
        return "\"" + name + "\":{\"in\":\"" + place + "\",\"required\":" + required
                + ",\"schema\":{\"type\":\"string\"}}";
    }

    @AfterAll
    void stop() {
        container.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRouteWithEveryCredential() {
        return CASES.stream()
                .flatMap(one -> Stream.of("", "Bearer sesame", "Bearer wrong")
                        .map(credential -> DynamicTest.dynamicTest(
                                one.method() + ' ' + one.path() + '?' + one.query() + " as '" + credential + "'",
                                () -> assertSame(one, credential))));
    }

    private void assertSame(Case one, String credential) throws JsonProcessingException {
        Http http = new Http(container.baseUri());
        String authorization = "Authorization: " + credential;
        String[] headers = credential.isEmpty() ? new String[] {ACCEPT} : new String[] {ACCEPT, authorization};
        String target = one.path() + (one.query().isEmpty() ? "" : "?" + one.query());
        HttpAnswer direct = one.body().isEmpty()
                ? http.send(one.method(), target, "", headers)
                : http.postJson(target, one.body(), headers);
        HttpAnswer tool = http.postJson(
                "/mcp/invoke",
                "{\"toolName\":\"" + one.toolName() + "\",\"args\":" + one.arguments() + "}",
                credential.isEmpty() ? new String[0] : new String[] {authorization});
        assertThat(tool.text(), tool.status(), is(direct.status()));
        assertThat(result(tool.text()), is(direct.text()));
    }

    /** Returns what the tool call hands on of the route's body: JSON as JSON, other text as a JSON string. */
    private static String result(String answer) throws JsonProcessingException {
        JsonNode result = new ObjectMapper().readTree(answer).path("result");
        return result.isTextual() ? result.asText() : result.toString();
    }
}
