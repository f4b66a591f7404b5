/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.JsonForm.parse;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.containertest.HttpAnswer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example's routes on two nodes that share a store, whatever it is made of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContract {
    final ExampleServer a;
    final ExampleServer b;

    /** Starts both nodes with the same archive. */
    StoreContract(Path directory, String store) {
        Path war = StoreWar.write(directory, store);
        this.a = ExampleServer.start(war);
        this.b = ExampleServer.start(war);
    }

    @AfterAll
    void stop() {
        a.close();
        b.close();
    }

    @BeforeEach
    void noSessions() {
        a.send(Shown.ADMIN_TOKEN, "DELETE", "/admin/sessions", "");
        a.forgetSessions();
        b.forgetSessions();
    }

    @Test
    void aLoginOnOneNodeIsGoodOnTheOtherUntilItIsLoggedOut() {
        JsonNode login = a.login("alice", "password123");
        assertThat(status(b, login, "/user/profile"), is(200));
        assertThat(status(b, login, "/admin/users"), is(403));
        assertThat(b.http().send("POST", "/auth/logout", "", bearer(login)).status(), is(204));
        assertThat(status(a, login, "/user/profile"), is(401));
        assertThat(refresh(a, login).status(), is(401));
    }

    @Test
    void aRefreshOnOneNodeEndsTheOldTokenOnTheOtherAndARepetitionAnswersTheSame() {
        JsonNode first = a.login("alice", "password123");
        HttpAnswer answer = refresh(b, first);
        assertThat(answer.status(), is(200));
        JsonNode second = parse(answer.text());
        assertThat(status(a, first, "/user/profile"), is(401));
        assertThat(status(a, second, "/user/profile"), is(200));
        JsonNode again = parse(refresh(a, first).text());
        assertThat(again.get("refreshToken"), is(second.get("refreshToken")));
        assertThat(refresh(a, second).status(), is(200));
        assertThat("spent twice", refresh(b, first).status(), is(401));
        assertThat("so the family is gone", refresh(b, second).status(), is(401));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void clearedSessionsAreDeadOnBothNodesWhateverTheWay(Way way) {
        RouteCase profile = RouteTable.routes().stream()
                .filter(route -> route.path().equals("/user/profile"))
                .findFirst()
                .orElseThrow();
        assertThat(way.call(a, Shown.SESSION_OF_ALICE, profile).http().status(), is(200));
        assertThat(
                b.send(Shown.ADMIN_TOKEN, "DELETE", "/admin/sessions", "").text(),
                is("{\"message\":\"Cleared 1 sessions\"}"));
        assertThat(way.call(a, Shown.SESSION_OF_ALICE, profile).http().status(), is(401));
    }

    @Test
    void aGrantCountsOnTheNextCall() {
        JsonNode login = a.login("alice", "password123");
        assertThat(grant("admin").status(), is(200));
        assertThat(status(a, login, "/admin/users"), is(200));
        assertThat(grant("user").status(), is(200));
        assertThat(status(a, login, "/admin/users"), is(403));
    }

    @Test
    void failedLoginsHaveOneBudgetOnBothNodes() {
        for (int i = 0; i < 5; i++) {
            assertThat(login(i % 2 == 0 ? a : b, "service-nobody", "wrong").status(), is(401));
        }
        assertThat(login(a, "service-nobody", "wrong").status(), is(429));
        assertThat(login(b, "service-nobody", "wrong").status(), is(429));
    }

    private HttpAnswer grant(String role) {
        return a.send(Shown.ADMIN_TOKEN, "POST", "/admin/grant", "{\"userId\":1,\"role\":\"" + role + "\"}");
    }

    static int status(ExampleServer server, JsonNode login, String path) {
        return server.http().get(path, bearer(login)).status();
    }

    static String bearer(JsonNode login) {
        return "Authorization: Bearer " + login.get("token").textValue();
    }

    static HttpAnswer refresh(ExampleServer server, JsonNode login) {
        return server.http().postJson("/auth/refresh", "{\"refreshToken\":" + login.get("refreshToken") + "}");
    }

    private static HttpAnswer login(ExampleServer server, String username, String password) {
        return server.http()
                .postJson("/auth/login", "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
    }
}
