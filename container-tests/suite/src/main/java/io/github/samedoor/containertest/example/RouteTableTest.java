/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.JsonForm.json;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.samedoor.containertest.HttpAnswer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every credential on every route by every way: what the table says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteTableTest {
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

    @TestFactory
    Stream<DynamicNode> everyRouteForEveryCredential() {
        return RouteTable.routes().stream()
                .map(route -> dynamicContainer(
                        route.toString(),
                        Arrays.stream(Way.values())
                                .filter(way -> way.reaches(route))
                                .map(way -> dynamicContainer(
                                        way.name(),
                                        Arrays.stream(Shown.values())
                                                .map(shown ->
                                                        dynamicTest(shown.name(), () -> check(way, shown, route)))))));
    }

    private void check(Way way, Shown shown, RouteCase route) {
        RouteCase call = prepared(route, shown);
        Expected expected = way.refusal(shown).orElseGet(() -> call.expected(shown));
        Way.Outcome outcome = way.call(server, shown, call);
        if (outcome.status() < 300
                && (call.path().equals("/admin/sessions") || call.path().equals("/auth/logout"))) {
            server.forgetSessions();
        }
        assertThat(outcome.http().toString(), outcome.http().status(), is(way.httpStatus(shown, expected)));
        if (expected.form().isEmpty() || expected.form().startsWith("<")) {
            assertThat(outcome.body(), is(expected.form()));
        } else {
            assertThat(outcome.body(), is(json(expected.form())));
        }
        checkHeaders(outcome.http());
        checkEffect(call, expected);
    }

    private static void checkHeaders(HttpAnswer answer) {
        assertThat(answer.toString(), answer.header("X-Content-Type-Options").orElse(""), is("nosniff"));
        if (answer.status() == 401) {
            assertThat(answer.toString(), answer.header("WWW-Authenticate").isPresent(), is(true));
        }
        assertThat(answer.header("Set-Cookie").orElse(""), is(emptyString()));
    }

    /** A refused deletion has deleted nothing. */
    private void checkEffect(RouteCase call, Expected expected) {
        if (call.method().equals("DELETE") && call.path().startsWith("/user/notes/") && expected.status() >= 400) {
            assertThat(server.send(Shown.USER_TOKEN, "GET", call.path(), "").status(), is(200));
        }
    }

    private RouteCase prepared(RouteCase route, Shown shown) {
        RouteCase call = route;
        if (route.mentions("NOTE")) {
            call = call.with("NOTE", String.valueOf(server.newNote(shown)));
        }
        if (route.mentions("REFRESH")) {
            call = call.with(
                    "REFRESH",
                    server.login("alice", "password123").get("refreshToken").textValue());
        }
        return call;
    }
}
