/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitFilterTest {
    @TempDir
    Path webapp;

    @Test
    void aCallerWhoCallsTooOftenIsToldWhenToComeAgain() throws Exception {
        try (TestApp app = app(Map.of("per-caller", "2/hour"))) {
            Http.Answer first = app.http().get("/x", "Authorization: " + TestApp.ALICE);
            assertThat(first.all("RateLimit-Policy"), contains("\"caller\";q=2;w=3600"));
            assertThat(first.all("RateLimit"), contains("\"caller\";r=1;t=1800"));
            app.http().get("/x", "Authorization: " + TestApp.ALICE);
            Http.Answer third = app.http().get("/x", "Authorization: " + TestApp.ALICE);
            assertThat(third.status(), is(429));
            assertThat(third.body(), is("{\"error\":\"Too many requests\"}"));
            assertThat(third.first("Retry-After").map(Integer::parseInt).orElse(0) > 1700, is(true));
            assertThat(third.all("RateLimit"), contains("\"caller\";r=0;t=3600"));
        }
    }

    @Test
    void callersHaveTheirOwnBudgetAndAnonymousCallersNone() throws Exception {
        try (TestApp app = app(Map.of("per-caller", "1/hour"))) {
            assertThat(app.http().get("/x", "Authorization: " + TestApp.ALICE).status(), is(200));
            assertThat(app.http().get("/x", "Authorization: " + TestApp.ALICE).status(), is(429));
            assertThat(app.http().get("/x", "Authorization: " + TestApp.BOB).status(), is(200));
            assertThat(app.http().get("/x").status(), is(200));
            assertThat(app.http().get("/x").first("RateLimit"), is(Optional.empty()));
        }
    }

    @Test
    void anAddressHasOneBudgetWhateverForwardedHeadersSay() throws Exception {
        try (TestApp app = app(Map.of("per-address", "1/hour"))) {
            assertThat(app.http().get("/x", "X-Forwarded-For: 192.0.2.1").status(), is(200));
            assertThat(app.http().get("/x", "X-Forwarded-For: 192.0.2.2").status(), is(429));
        }
    }

    @Test
    void behindATrustedProxyTheClientCounts() throws Exception {
        try (TestApp app = app("127.0.0.1, 10.0.0.1", Map.of("per-address", "1/hour"))) {
            assertThat(app.http().get("/x", "X-Forwarded-For: 192.0.2.1").status(), is(200));
            assertThat(app.http().get("/x", "X-Forwarded-For: 192.0.2.2").status(), is(200));
            assertThat(
                    app.http()
                            .get("/x", "X-Forwarded-For: 192.0.2.9, 192.0.2.2, 10.0.0.1")
                            .status(),
                    is(429));
            assertThat(
                    app.http().get("/x", "X-Forwarded-For: 192.0.2.9, nonsense").status(), is(200));
            assertThat(
                    app.http().get("/x", "X-Forwarded-For: 192.0.2.8, nonsense").status(), is(429));
        }
    }

    @Test
    void whatARequestDispatchesToIsNotCountedAgain() throws Exception {
        try (TestApp app = TestApp.withDemoIdentity(webapp)) {
            app.filter(RateLimitFilter.class, "/*", Map.of("per-address", "2/hour"), DispatcherType.values())
                    .route(
                            "/start",
                            (request, response) ->
                                    request.getRequestDispatcher("/x").forward(request, response))
                    .route("/x", (request, response) -> response.getWriter().print("in"))
                    .start();
            assertThat(app.http().get("/start").body(), is("in"));
            assertThat(app.http().get("/start").body(), is("in"));
            assertThat(app.http().get("/start").status(), is(429));
        }
    }

    @Test
    void aRouteHasABudgetForEachCallerBesideTheOthers() throws Exception {
        try (TestApp app =
                app(Map.of("per-route", "# costly\nPOST /y/* 1/hour\n* /x 2/hour", "per-caller", "9/hour"))) {
            String alice = "Authorization: " + TestApp.ALICE;
            assertThat(app.http().get("/x", alice).all("RateLimit-Policy"), contains("\"route-2\";q=2;w=3600"));
            assertThat(app.http().get("/x", alice).status(), is(200));
            assertThat(app.http().get("/x", alice).status(), is(429));
            assertThat(app.http().get("/x", "Authorization: " + TestApp.BOB).status(), is(200));
            assertThat(app.http().get("/x").status(), is(200));
            assertThat(app.http().get("/z", alice).all("RateLimit-Policy"), contains("\"caller\";q=9;w=3600"));
        }
    }

    @Test
    void aWrongSettingStopsTheStartAndSaysTheMend() throws Exception {
        assertThat(failure("", Map.of()), containsString("there is no limit: set the init-param 'per-caller'"));
        assertThat(failure("", Map.of("per-caller", "often")), containsString("'per-caller': A rate limit is written"));
        assertThat(
                failure("", Map.of("per-route", "/x 1/hour")),
                containsString("'per-route': '/x 1/hour' needs three words"));
        assertThat(
                failure("", Map.of("per-caller", "1/hour", "max-keys", "many")),
                containsString("'max-keys' is a number"));
        assertThat(
                failure("everybody!", Map.of("per-caller", "1/hour")),
                containsString("'samedoor.trusted-proxies' holds 'everybody!'"));
    }

    private String failure(String proxies, Map<String, String> params) throws Exception {
        return StartFailure.of(new TestApp(webapp)
                .contextParam("samedoor.trusted-proxies", proxies)
                .filter(RateLimitFilter.class, "/*", params));
    }

    private TestApp app(Map<String, String> params) throws Exception {
        return app("", params);
    }

    private TestApp app(String proxies, Map<String, String> params) throws Exception {
        return TestApp.withDemoIdentity(webapp)
                .contextParam("samedoor.trusted-proxies", proxies)
                .filter(AuthenticationFilter.class, "/*", Map.of())
                .filter(RateLimitFilter.class, "/*", params)
                .route("/x", (request, response) -> response.getWriter().print("in"))
                .start();
    }
}
