/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.github.samedoor.session.SessionTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shared store as the identity file names it. */
class SharedStoreTest {
    private static final Map<String, String> GO_ON = Map.of("invalid-credential", "anonymous");

    @TempDir
    Path webapp;

    @Test
    void holdsWhatTheApplicationKeepsAndIsClosedWithIt() throws Exception {
        Path answers = Files.createFile(webapp.resolve("answers"));
        try (TestApp app = app(answers).start()) {
            String token = login(app);
            assertThat(app.http().get("/user", "Authorization: " + token).status(), is(200));
            assertThat(Files.exists(answers), is(true));
        }
        assertThat("closed", Files.exists(answers), is(false));
    }

    @Test
    void protectedRoutesAreUnavailableWithoutItAndPublicOnesGoOnAndStayLimited() throws Exception {
        Path answers = Files.createFile(webapp.resolve("answers"));
        try (TestApp app = app(answers).start()) {
            String token = login(app);
            Files.delete(answers);
            for (String shown : new String[] {token, TestApp.BOB, TestApp.SERVICE}) {
                Http.Answer refused = app.http().get("/user", "Authorization: " + shown);
                assertThat(shown, refused.status(), is(503));
                assertThat(refused.first("Retry-After").isPresent(), is(true));
                assertThat(app.http().get("/public", "Authorization: " + shown).status(), is(200));
            }
            assertThat(
                    "counted by this node",
                    app.http().get("/public").first("RateLimit").orElse(""),
                    startsWith("\"address\";r=3;"));
            for (int i = 0; i < 3; i++) {
                assertThat(app.http().get("/public").status(), is(200));
            }
            assertThat(app.http().get("/public").status(), is(429));
            Files.createFile(answers);
            assertThat(app.http().get("/user", "Authorization: " + token).status(), is(200));
        }
    }

    @Test
    void aMistakeStopsTheStartWithTheMend() throws Exception {
        assertThat(
                StartFailure.of(app("{\"type\":\"tset\"}")),
                allOf(
                        containsString("/WEB-INF/identity.json: store.type"),
                        containsString("there are: test"),
                        containsString("samedoor-store-jdbc")));
        assertThat(
                StartFailure.of(app("{\"type\":\"test\",\"anwsers\":\"x\"}")),
                allOf(containsString("store.anwsers is unknown"), containsString("answers")));
        assertThat(
                StartFailure.of(app("{\"type\":\"test\"}")), containsString("store.answers is missing: name a file"));
        assertThat(StartFailure.of(app("{\"answers\":\"x\"}")), containsString("store.type is missing"));
    }

    private static String login(TestApp app) {
        SessionTokens tokens = IdentityContext.of(app.context()).sessions().issue("1");
        return "Bearer " + tokens.access().reveal();
    }

    private TestApp app(Path answers) throws Exception {
        return app("{\"type\":\"test\",\"answers\":\"" + answers + "\"}");
    }

    private TestApp app(String store) throws Exception {
        String identity = TestApp.demoIdentity()
                .replaceFirst("\\{", java.util.regex.Matcher.quoteReplacement("{\"store\":" + store + ","));
        return TestApp.withIdentity(webapp, identity)
                .filter(RateLimitFilter.class, "/*", Map.of("per-address", "10/hour"))
                .filter(AuthenticationFilter.class, "/*", GO_ON)
                .filter(RoleFilter.class, "/*", Map.of("rules", "* /user authenticated\n* /public open"))
                .route("/user", (request, response) -> response.getWriter().write("yes"))
                .route("/public", (request, response) -> response.getWriter().write("yes"));
    }
}
