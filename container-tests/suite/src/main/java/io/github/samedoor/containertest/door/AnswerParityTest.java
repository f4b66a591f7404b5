/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.SamedoorLibraries;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.mcp.McpServlet;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** However a route answers, or fails to, a tool call has the status of the direct call and, where it is the route's, its body. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public final class AnswerParityTest {
    private static final List<String> WITH_BODY =
            List.of("/reset", "/flushed", "/closed", "/trailers", "/charset", "/well");
    private static final List<String> STATUS_ONLY = List.of(
            "/error",
            "/error-after-text",
            "/redirect",
            "/servlet-exception",
            "/io-exception",
            "/runtime-exception",
            "/linkage-error",
            "/stream-after-writer");

    private final RunningContainer container = TestContainer.onClassPath().start(application());
    private final Http http = new Http(container.baseUri());

    private static WebApplication application() {
        String tools = Stream.of(WITH_BODY, STATUS_ONLY, List.of("/long"))
                .flatMap(List::stream)
                .map(path -> BothWays.describe("GET", "/answer" + path))
                .collect(Collectors.joining(","));
        return SamedoorLibraries.in(WebApplication.at("/app")
                .webXml("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                        + servlet("answers", AnswerServlets.Answers.class, "/answer/*", "")
                        + servlet("stubborn", AnswerServlets.Stubborn.class, "/stubborn/*", "")
                        + servlet(
                                "mcp",
                                McpServlet.class,
                                "/mcp/*",
                                param("max-answer-bytes", "2000") + param("timeout-seconds", "1"))
                        + "</web-app>")
                .file(
                        "WEB-INF/mcp-tools.json",
                        "{\"tools\":[" + tools + "," + BothWays.describe("GET", "/stubborn/wait") + "]}")
                .classes(AnswerServlets.class));
    }

    private static String servlet(String name, Class<?> type, String pattern, String parameters) {
        return "<servlet><servlet-name>" + name + "</servlet-name><servlet-class>" + type.getName()
                + "</servlet-class>" + parameters + "</servlet><servlet-mapping><servlet-name>" + name
                + "</servlet-name><url-pattern>" + pattern + "</url-pattern></servlet-mapping>";
    }

    private static String param(String name, String value) {
        return "<init-param><param-name>" + name + "</param-name><param-value>" + value + "</param-value></init-param>";
    }

    @AfterAll
    void stop() {
        http.get("/stubborn/release");
        container.close();
    }

    @TestFactory
    Stream<DynamicTest> statusAndBodyOfTheRoute() {
        return WITH_BODY.stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    BothWays both = BothWays.get(container.baseUri(), "/answer" + path);
                    assertThat(
                            both.tool().text(),
                            both.tool().status(),
                            is(both.direct().status()));
                    assertThat(both.result(), is(both.direct().text()));
                }));
    }

    /** The page that a container makes of an error is no answer of the route, and isn't made for a tool call. */
    @TestFactory
    Stream<DynamicTest> statusOfAnErrorAndNoPage() {
        return STATUS_ONLY.stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    BothWays both = BothWays.get(container.baseUri(), "/answer" + path);
                    assertThat(
                            both.tool().text(),
                            both.tool().status(),
                            is(both.direct().status()));
                    assertThat(both.result().replace("null", ""), is(""));
                }));
    }

    @Test
    void aRedirectIsToldAndNotFollowed() {
        HttpAnswer tool = BothWays.get(container.baseUri(), "/answer/redirect").tool();
        assertThat(tool.text(), containsString("\"location\":\"/somewhere?x=1\""));
        assertThat(tool.header("Location").isPresent(), is(false));
    }

    @Test
    void anAnswerBeyondTheLimitIsAnErrorThatSaysSo() {
        BothWays both = BothWays.get(container.baseUri(), "/answer/long");
        assertThat(both.direct().text().length(), is(3_000));
        assertThat(both.tool().status(), is(502));
        assertThat(both.tool().text(), containsString("more than the limit of 2000 bytes"));
    }

    @Test
    void aRouteThatIgnoresItsInterruptTakesNothingElseWithIt() throws Exception {
        FutureTask<HttpAnswer> stuck = new FutureTask<>(
                () -> http.postJson("/mcp/invoke", "{\"toolName\":\"GET_/stubborn/wait\",\"args\":{}}"));
        new Thread(stuck).start();
        assertThat(http.get("/stubborn/interrupted").text(), is("true"));
        assertThat(BothWays.get(container.baseUri(), "/answer/well").tool().status(), is(200));
        http.get("/stubborn/release");
        assertThat(stuck.get().status(), is(504));
    }
}
