/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.JsonForm.parse;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.containertest.HttpAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tokens, logins and accounts are administered at run time, and each change counts for every way at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationTest {
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

    @Test
    void aTokenCallsEveryWayUntilItIsRevoked() {
        HttpAnswer made = server.send(
                Shown.ADMIN_TOKEN, "POST", "/admin/tokens", "{\"kind\":\"apiKey\",\"owner\":\"1\",\"label\":\"ci\"}");
        assertThat(made.toString(), made.status(), is(201));
        JsonNode token = parse(made.text());
        String credential = "Authorization: ApiKey " + token.get("token").textValue();
        assertThat(statuses(credential), is("200 200"));
        String path = "/admin/tokens/" + token.get("id").textValue();
        assertThat(server.send(Shown.ADMIN_TOKEN, "DELETE", path, "").status(), is(204));
        assertThat(statuses(credential), is("401 401"));
    }

    @Test
    void aDisabledAccountIsShutForEveryWayUntilItIsEnabled() {
        String credential = "Authorization: ApiKey api-key-789";
        assertThat(enable(false).status(), is(200));
        assertThat(statuses(credential), is("401 401"));
        assertThat(enable(true).status(), is(200));
        assertThat(statuses(credential), is("200 200"));
    }

    @Test
    void nobodyElseAdministers() {
        for (String path : new String[] {"/admin/tokens", "/admin/accounts", "/admin/sessions"}) {
            assertThat(
                    server.send(Shown.USER_TOKEN, "GET", path, "").text(), is("{\"error\":\"Requires admin role\"}"));
            assertThat(server.send(Shown.NOTHING, "GET", path, "").status(), is(401));
            assertThat(server.send(Shown.ADMIN_TOKEN, "GET", path, "").status(), is(200));
        }
    }

    private HttpAnswer enable(boolean enabled) {
        return server.send(Shown.ADMIN_TOKEN, "PUT", "/admin/accounts/3/enabled", "{\"enabled\":" + enabled + "}");
    }

    private String statuses(String credential) {
        String body = "{\"toolName\":\"GET_/user/profile\",\"args\":{}}";
        int directly = server.http().get("/user/profile", credential).status();
        int invoked = server.http()
                .send("POST", "/mcp/invoke", body, credential, "Content-Type: application/json")
                .status();
        return directly + " " + invoked;
    }
}
