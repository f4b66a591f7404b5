/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.door;

import static io.github.samedoor.containertest.door.DoorApplication.filter;
import static io.github.samedoor.containertest.door.DoorApplication.url;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** A route that goes asynchronous answers a tool call as it answers the direct call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public final class AsyncParityTest {
    private static final List<String> PATHS = List.of(
            "/async/complete",
            "/async/wrapped",
            "/async/at-once",
            "/async/start",
            "/async/dispatch",
            "/async/dispatch-path",
            "/async/dispatch-guarded",
            "/async/dispatch-again",
            "/async/write",
            "/async/sse",
            "/async/supported",
            "/async/misuse",
            "/sync/supported",
            "/sync/complete",
            "/behindsync/supported",
            "/behindsync/complete");

    /** The listeners are told of these, and the route {@code /async/seen} tells what they heard. */
    private static final List<String> LISTENED =
            List.of("/async/events", "/async/timeout", "/async/timeout-complete", "/async/timeout-dispatch");

    private final RunningContainer container =
            TestContainer.onClassPath().start(DoorApplication.application(filters(), tools()));

    private static String filters() {
        return filter("everywhereOnce", "Trace", url("/*"))
                + filter("onDispatch", "Trace", url("/async/*", "ASYNC"))
                + filter("dispatchedTo", "Trace", url("/t/*", "REQUEST", "ASYNC"))
                + filter("dispatchGuard", "Trace", url("/asyncguarded/*", "ASYNC"))
                + filter("around", "Around", url("/never/*"))
                + filter("synchronous", "Trace", url("/behindsync/*"))
                        .replace("<async-supported>true</async-supported>", "");
    }

    private static List<String> tools() {
        return Stream.concat(
                        Stream.of(
                                        PATHS,
                                        LISTENED,
                                        List.of("/async/throws", "/async/throws-complete", "/async/odd-path"))
                                .flatMap(List::stream)
                                .map(path -> BothWays.describe("GET", path)),
                        Stream.of(BothWays.describe("POST", "/async/read")))
                .toList();
    }

    @AfterAll
    void stop() {
        container.close();
    }

    @TestFactory
    Stream<DynamicTest> everyWayToGoAsynchronous() {
        return PATHS.stream()
                .flatMap(path -> Stream.of("Authorization: none", "Authorization: Bearer sesame")
                        .map(header -> DynamicTest.dynamicTest(
                                path + " with " + header,
                                () -> assertSame(BothWays.get(container.baseUri(), path, header)))));
    }

    @TestFactory
    Stream<DynamicTest> everyEventOfAListener() {
        return LISTENED.stream().map(path -> DynamicTest.dynamicTest(path, () -> assertSameEvents(path)));
    }

    @Test
    void aReadListenerReadsTheWholeBody() {
        assertSame(BothWays.post(container.baseUri(), "/async/read", "{\"note\":\"a long enough note\"}"));
    }

    /** Containers differ in what they make of it; a tool call isn't dispatched there at all. */
    @Test
    void aDispatchToAPathWithTwoReadingsIsNotMade() {
        assertThat(BothWays.get(container.baseUri(), "/async/odd-path").tool().status(), is(500));
    }

    /** Not compared with the direct call, whose answer Tomcat was seen to cut off. */
    @Test
    void whatARouteThrowsAfterItWentAsynchronousIsToldToItsListeners() {
        Http http = new Http(container.baseUri());
        assertThat(tool(http, "/async/throws").status(), is(500));
        assertThat(http.get("/async/seen").text(), is("[error true, complete]"));
        HttpAnswer mended = tool(http, "/async/throws-complete");
        assertThat(mended.text(), containsString("\"result\":\"mended\""));
        assertThat(http.get("/async/seen").text(), is("[error true, complete]"));
    }

    private void assertSameEvents(String path) {
        Http http = new Http(container.baseUri());
        int direct = http.get(path).status();
        String directEvents = http.get("/async/seen").text();
        HttpAnswer tool = tool(http, path);
        assertThat(tool.text(), tool.status(), is(direct));
        assertThat(http.get("/async/seen").text(), is(directEvents));
    }

    private static HttpAnswer tool(Http http, String path) {
        return http.postJson("/mcp/invoke", "{\"toolName\":\"GET_" + path + "\",\"args\":{}}");
    }

    private static void assertSame(BothWays both) {
        assertThat(both.tool().text(), both.tool().status(), is(both.direct().status()));
        if (both.direct().status() != 500) {
            assertThat(both.result(), is(both.direct().text()));
        }
    }
}
