/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.JsonForm.json;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.containertest.HttpAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logins: what a wrong one is told, how often one may try, and what becomes of tokens. */
class LoginTest {
    @SuppressWarnings("NullAway.Init")
    private ExampleServer server;

    @BeforeEach
    void start() {
        server = ExampleServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void wrongPasswordAndUnknownUserAreToldTheSame() {
        HttpAnswer wrong = login("alice", "wrong");
        HttpAnswer unknown = login("nobody", "wrong");
        assertThat(wrong.status(), is(401));
        assertThat(wrong.text(), is(json("{\"error\":\"Invalid credentials\"}")));
        assertThat(unknown.status(), is(401));
        assertThat(unknown.text(), is(wrong.text()));
        assertThat(unknown.header("WWW-Authenticate"), is(wrong.header("WWW-Authenticate")));
        assertThat(wrong.header("WWW-Authenticate").isPresent(), is(true));
    }

    @Test
    void tooManyFailuresAreThrottledForThatAccountOnly() {
        for (int i = 0; i < 5; i++) {
            assertThat(login("alice", "wrong-" + i).status(), is(401));
        }
        HttpAnswer throttled = login("alice", "password123");
        assertThat(throttled.toString(), throttled.status(), is(429));
        assertThat(throttled.header("Retry-After").isPresent(), is(true));
        assertThat(login("bob", "admin123").status(), is(200));
    }

    @Test
    void loginIsNotCached() {
        assertThat(login("alice", "password123").header("Cache-Control").orElse(""), is("no-store"));
    }

    @Test
    void logoutEndsItsOwnSessionOnly() {
        String one = token(server.login("alice", "password123"));
        String other = token(server.login("alice", "password123"));
        assertThat(
                server.http()
                        .send("POST", "/auth/logout", "", "Authorization: Bearer " + one)
                        .status(),
                is(204));
        assertThat(profile(one), is(401));
        assertThat(profile(other), is(200));
    }

    @Test
    void refreshGivesNewTokensAndEndsTheOld() {
        JsonNode first = server.login("alice", "password123");
        String body = "{\"refreshToken\":\"" + first.get("refreshToken").textValue() + "\"}";
        HttpAnswer answer = server.http().postJson("/auth/refresh", body);
        JsonNode second = JsonForm.parse(answer.text());
        assertThat(answer.toString(), answer.status(), is(200));
        assertThat(token(second), is(not(token(first))));
        assertThat(second.get("refreshToken"), is(not(first.get("refreshToken"))));
        assertThat(profile(token(first)), is(401));
        assertThat(profile(token(second)), is(200));
    }

    @Test
    void accessTokenIsNoRefreshTokenAndViceVersa() {
        JsonNode login = server.login("alice", "password123");
        assertThat(profile(login.get("refreshToken").textValue()), is(401));
        String body = "{\"refreshToken\":\"" + token(login) + "\"}";
        assertThat(server.http().postJson("/auth/refresh", body).status(), is(401));
    }

    private HttpAnswer login(String username, String password) {
        return server.http()
                .postJson("/auth/login", "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
    }

    private int profile(String token) {
        return server.http()
                .get("/user/profile", "Authorization: Bearer " + token)
                .status();
    }

    private static String token(JsonNode login) {
        return login.get("token").textValue();
    }
}
