/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.filter.admin.SessionAdminServlet;
import io.github.samedoor.filter.admin.TokenAdminServlet;
import io.github.samedoor.filter.admin.UserAdminServlet;
import io.github.samedoor.identity.Role;
import io.github.samedoor.token.TokenHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, sessions and users at run time, behind the same filters as everything else. */
class AdminServletsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path webapp;

    @SuppressWarnings("NullAway.Init")
    private TestApp app;

    @BeforeEach
    void start() throws Exception {
        app = TestApp.withDemoIdentity(webapp)
                .filter(AuthenticationFilter.class, "/*", Map.of())
                .filter(TenantFilter.class, "/*", Map.of())
                .route("/who", (request, response) -> {
                    response.setStatus(request.getUserPrincipal() == null ? 401 : 200);
                    response.getWriter().print(request.getRemoteUser());
                });
        app.handler().addServlet(new ServletHolder(new TokenAdminServlet()), "/tokens/*");
        app.handler().addServlet(new ServletHolder(new SessionAdminServlet()), "/sessions/*");
        app.handler().addServlet(new ServletHolder(new UserAdminServlet()), "/users/*");
        app.start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({"bearer, Bearer, token-", "apiKey, ApiKey, key-"})
    void aTokenIsGoodFromItsMakingToItsRevocation(String kind, String scheme, String prefix) throws Exception {
        Http.Answer made = post(TestApp.BOB, "/tokens", "{\"kind\":\"" + kind + "\",\"owner\":\"1\",\"label\":\"ci\"}");
        assertThat(made.body(), made.status(), is(201));
        JsonNode token = JSON.readTree(made.body());
        String secret = token.get("token").textValue();
        assertThat(secret, startsWith(prefix));
        assertThat(made.first("Cache-Control").orElse(""), is("no-store"));
        assertThat(who(scheme + ' ' + secret).body(), is("alice"));
        assertThat(who((kind.equals("bearer") ? "ApiKey " : "Bearer ") + secret).status(), is(401));

        String id = token.get("id").textValue();
        assertThat(id, is(TokenHash.of(new Secret(secret)).id()));
        assertThat(send(TestApp.BOB, "DELETE", "/tokens/" + id).status(), is(204));
        assertThat(who(scheme + ' ' + secret).status(), is(401));
        JsonNode listed = listed("/tokens?owner=1", "tokens", id);
        assertThat(listed.get("live").booleanValue(), is(false));
        assertThat(listed.get("label").textValue(), is("ci"));
        assertThat(listed.has("created") && listed.has("revoked"), is(true));
    }

    @Test
    void aTokenIsShownOnceAndStoredAsAHash() throws Exception {
        String body = post(TestApp.BOB, "/tokens", "{\"kind\":\"bearer\",\"owner\":\"1\",\"expiresIn\":\"P90D\"}")
                .body();
        Secret secret = new Secret(JSON.readTree(body).get("token").textValue());
        String list = send(TestApp.BOB, "GET", "/tokens").body();
        assertThat(list, not(containsString(secret.reveal())));
        assertThat(list, not(containsString(TokenHash.of(secret).hex())));
        assertThat(list, containsString("expires"));
        assertThat(
                IdentityContext.of(app.context())
                        .tokens()
                        .find(TokenHash.of(secret))
                        .isPresent(),
                is(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"other\",\"owner\":\"1\"} | 400",
                "{\"kind\":\"bearer\"} | 400",
                "{\"kind\":\"bearer\",\"owner\":\"1\",\"token\":\"mine\"} | 400",
                "{\"kind\":\"bearer\",\"owner\":\"1\",\"expiresIn\":\"-P1D\"} | 400",
                "{\"kind\":\"bearer\",\"owner\":\"1\",\"owner\":\"2\"} | 400",
                "{\"kind\":\"bearer\",\"owner\":\"9\"} | 404",
            })
    void aTokenThatCanNotBeUnderstoodIsNotMade(String body, int status) throws Exception {
        int before = IdentityContext.of(app.context()).tokens().all().size();
        assertThat(post(TestApp.BOB, "/tokens", body).status(), is(status));
        assertThat(IdentityContext.of(app.context()).tokens().all().size(), is(before));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /tokens",
        "POST, /tokens",
        "GET, /sessions",
        "DELETE, /sessions",
        "GET, /users",
        "PUT, /users/1/roles"
    })
    void nobodyGetsInWithoutTheRoleEvenWhereNoFilterAsksForIt(String method, String path) throws Exception {
        for (String credential : List.of(TestApp.ALICE, TestApp.SERVICE)) {
            assertThat(send(credential, method, path).status(), is(403));
        }
        assertThat(app.http().send(method, path).status(), is(403));
    }

    @Test
    void aFormOfAnotherSiteMakesNothing() throws Exception {
        Http.Answer answer = app.http()
                .send(
                        "POST",
                        "/tokens",
                        "Authorization: " + TestApp.BOB,
                        "Content-Type: text/plain",
                        "Content-Length: 0");
        assertThat(answer.status(), is(415));
    }

    @Test
    void oneLoginAUsersLoginsAndAllLoginsAreEnded() throws Exception {
        String first = login("1");
        String second = login("1");
        String other = login("2");
        String id = app.http()
                .get("/sessions?user=2", "Authorization: " + TestApp.BOB)
                .body()
                .replaceAll("(?s).*\"id\":\"([0-9a-f]{32})\".*", "$1");
        assertThat(send(TestApp.BOB, "DELETE", "/sessions/" + id).status(), is(204));
        assertThat(send(TestApp.BOB, "DELETE", "/sessions/" + id).status(), is(404));
        assertThat(statuses(first, second, other), is(List.of(200, 200, 401)));
        assertThat(send(TestApp.BOB, "DELETE", "/sessions?user=1").body(), is("{\"message\":\"Cleared 2 sessions\"}"));
        assertThat(statuses(first, second, other), is(List.of(401, 401, 401)));
        String last = login("3");
        assertThat(send(TestApp.BOB, "DELETE", "/sessions").body(), is("{\"message\":\"Cleared 1 sessions\"}"));
        assertThat(statuses(last), is(List.of(401)));
    }

    @Test
    void aDisabledUserIsRefusedOnTheNextCallAndComesBackWithoutLogins() throws Exception {
        String session = login("1");
        assertThat(put(TestApp.BOB, "/users/1/enabled", "{\"enabled\":false}").status(), is(200));
        assertThat(statuses(session), is(List.of(401)));
        assertThat(who(TestApp.ALICE).status(), is(401));
        assertThat(put(TestApp.BOB, "/users/1/enabled", "{\"enabled\":true}").status(), is(200));
        assertThat(who(TestApp.ALICE).status(), is(200));
        assertThat(statuses(session), is(List.of(401)));
        assertThat(put(TestApp.BOB, "/users/2/enabled", "{\"enabled\":false}").status(), is(409));
    }

    @Test
    void aRoleCountsOnTheNextCall() throws Exception {
        assertThat(send(TestApp.ALICE, "GET", "/users").status(), is(403));
        assertThat(put(TestApp.BOB, "/users/1/roles", "{\"roles\":[\"admin\"]}").status(), is(200));
        assertThat(send(TestApp.ALICE, "GET", "/users").status(), is(200));
        assertThat(put(TestApp.BOB, "/users/1/roles", "{\"roles\":[]}").status(), is(200));
        assertThat(send(TestApp.ALICE, "GET", "/users").status(), is(403));
        assertThat(put(TestApp.BOB, "/users/1/roles", "{}").status(), is(400));
        assertThat(put(TestApp.BOB, "/users/1/roles", "{\"roles\":[\"root\"]}").status(), is(400));
    }

    @Test
    void anAdministratorOfATenantReachesItsUsersOnly() throws Exception {
        IdentityContext identity = IdentityContext.of(app.context());
        identity.users().update("1", user -> user.withRoles(Set.of(new Role("admin"))));
        String bobs = login("2");
        assertThat(send(TestApp.ALICE, "GET", "/users").body(), not(containsString("bob")));
        assertThat(send(TestApp.ALICE, "GET", "/tokens").body(), not(containsString("\"owner\":\"2\"")));
        assertThat(send(TestApp.ALICE, "GET", "/users/2").status(), is(404));
        assertThat(put(TestApp.ALICE, "/users/2/enabled", "{\"enabled\":false}").status(), is(404));
        assertThat(
                post(TestApp.ALICE, "/tokens", "{\"kind\":\"bearer\",\"owner\":\"2\"}")
                        .status(),
                is(404));
        send(TestApp.ALICE, "DELETE", "/sessions");
        send(TestApp.ALICE, "DELETE", "/sessions?user=2");
        assertThat(statuses(bobs), is(List.of(200)));
        String bobsToken = identity.tokens().ownedBy("2").get(0).hash().id();
        assertThat(send(TestApp.ALICE, "DELETE", "/tokens/" + bobsToken).status(), is(404));
        assertThat(who(TestApp.BOB).status(), is(200));
    }

    private String login(String userId) {
        return "Bearer "
                + IdentityContext.of(app.context())
                        .sessions()
                        .issue(userId)
                        .access()
                        .reveal();
    }

    private List<Integer> statuses(String... credentials) throws IOException {
        List<Integer> statuses = new java.util.ArrayList<>();
        for (String credential : credentials) {
            statuses.add(who(credential).status());
        }
        return statuses;
    }

    private JsonNode listed(String path, String list, String id) throws IOException {
        for (JsonNode entry :
                JSON.readTree(send(TestApp.BOB, "GET", path).body()).get(list)) {
            if (entry.get("id").textValue().equals(id)) {
                return entry;
            }
        }
        throw new AssertionError("Not listed: " + id);
    }

    private Http.Answer who(String credential) throws IOException {
        return send(credential, "GET", "/who");
    }

    private Http.Answer send(String credential, String method, String path) throws IOException {
        return app.http().send(method, path, "Authorization: " + credential);
    }

    private Http.Answer post(String credential, String path, String body) throws IOException {
        return withBody(credential, "POST", path, body);
    }

    private Http.Answer put(String credential, String path, String body) throws IOException {
        return withBody(credential, "PUT", path, body);
    }

    private Http.Answer withBody(String credential, String method, String path, String body) throws IOException {
        return app.http()
                .sendBody(method, path, body, "Authorization: " + credential, "Content-Type: application/json");
    }
}
