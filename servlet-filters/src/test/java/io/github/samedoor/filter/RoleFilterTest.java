/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.github.samedoor.access.AccessDecision;
import io.github.samedoor.access.AccessPolicy;
import io.github.samedoor.access.AccessRules;
import io.github.samedoor.access.Requirement;
import io.github.samedoor.access.Subject;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleFilterTest {
    private static final String RULES = """
            GET /public/*  open
            *   /user/*    authenticated
            *   /admin/*   admin
            *   /service/* service
            """;
    private static final String CANARY = "CANARY";

    private final AtomicInteger served = new AtomicInteger();

    @TempDir
    Path webapp;

    @ParameterizedTest
    @CsvSource({
        "/public/info, '', 200, CANARY",
        "/public/info, Bearer nope, 200, CANARY",
        "/public/info, Basic eA==, 200, CANARY",
        "/user/data, '', 401, '{\"error\":\"No authorization header\"}'",
        "/user/data, Bearer nope, 401, '{\"error\":\"Invalid token\"}'",
        "/user/data, ApiKey nope, 401, '{\"error\":\"Invalid API key\"}'",
        "/user/data, Basic eA==, 401, '{\"error\":\"Unsupported auth scheme\"}'",
        "/user/data, Bearer user-token-123, 200, CANARY",
        "/user/data, ApiKey api-key-789, 200, CANARY",
        "/admin/users, Bearer admin-token-456, 200, CANARY",
        "/admin/users, Bearer user-token-123, 403, '{\"error\":\"Requires admin role\"}'",
        "/admin/users, ApiKey api-key-789, 403, '{\"error\":\"Requires admin role\"}'",
        "/service/metrics, ApiKey api-key-789, 200, CANARY",
        "/service/metrics, Bearer admin-token-456, 200, CANARY",
        "/service/metrics, Bearer user-token-123, 403, '{\"error\":\"Requires service role\"}'",
        "/unknown, '', 401, '{\"error\":\"No authorization header\"}'",
        "/unknown, Bearer admin-token-456, 403, '{\"error\":\"Access denied\"}'",
    })
    void whoMayCallWhat(String path, String credential, int status, String body) throws Exception {
        try (TestApp app = app(Map.of("rules", RULES))) {
            Http.Answer answer =
                    credential.isEmpty() ? app.http().get(path) : app.http().get(path, "Authorization: " + credential);
            assertThat(answer.status(), is(status));
            assertThat(answer.body(), is(body));
            assertThat(answer.first("WWW-Authenticate").isPresent(), is(status == 401 || status == 403));
            assertThat(served.get(), is(status == 200 ? 1 : 0));
        }
    }

    @Test
    void aRefusalCarriesTheChallengesOfTheAuthenticationFilter() throws Exception {
        try (TestApp app = app(Map.of("rules", RULES))) {
            assertThat(
                    app.http().get("/admin/users").all("WWW-Authenticate"),
                    contains("Bearer realm=\"the app\"", "ApiKey realm=\"the app\""));
            assertThat(
                    app.http()
                            .get("/admin/users", "Authorization: " + TestApp.ALICE)
                            .all("WWW-Authenticate"),
                    contains(
                            "Bearer realm=\"the app\", error=\"insufficient_scope\", scope=\"admin\"",
                            "ApiKey realm=\"the app\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PROPFIND", "FOO", "get"})
    void anotherMethodIsNoWayRound(String method) throws Exception {
        try (TestApp app = app(Map.of("rules", RULES))) {
            Http.Answer answer = app.http().send(method, "/admin/users", "Content-Length: 0");
            assertThat(answer.status(), is(401));
            assertThat(answer.body(), not(containsString(CANARY)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-User: bob",
                "X-Remote-User: bob",
                "X-Role: admin",
                "X-Original-URL: /public/info",
                "X-Forwarded-Uri: /public/info",
                "X-Forwarded-For: 127.0.0.1",
                "X-HTTP-Method-Override: OPTIONS"
            })
    void noOtherHeaderChangesTheDecision(String header) throws Exception {
        try (TestApp app = app(Map.of("rules", RULES))) {
            assertThat(app.http().get("/admin/users", header).status(), is(401));
            assertThat(
                    app.http()
                            .get("/admin/users", header, "Authorization: " + TestApp.ALICE)
                            .status(),
                    is(403));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//admin/users",
                "/admin//users",
                "/public//info",
                "/public/../admin/users",
                "/public/./info",
                "/public/..",
                "/public/.",
                "/public/..;/admin/users",
                "/admin/users/..;/users",
                "/admin;x=1/users",
                "/public/info;x=1",
                "/public/;jsessionid=1/admin/users",
                "/public/info;jsessionid=1;x=2",
                "/public/%2e%2e/admin/users",
                "/public/%2E/info",
                "/public%2f..%2fadmin/users",
                "/public/a%2Fb",
                "/admin%5cusers",
                "/public/a\\b",
                "/public/a%25b",
                "/public/a%3bb",
                "/public/a%0ab",
                "/public/a%7fb",
                "/public/a%e2%80%a8b",
                "/public/%ef%bc%8e%ef%bc%8e/x",
            })
    void anAmbiguousPathIsRefusedEvenToAnAdmin(String target) throws Exception {
        try (TestApp app = app(Map.of("rules", RULES, "unmatched", "open"))) {
            Http.Answer answer = app.http().get(target, "Authorization: " + TestApp.BOB);
            assertThat(answer.status(), is(400));
            assertThat(answer.body(), is("{\"error\":\"Ambiguous path\"}"));
            assertThat(served.get(), is(0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public/info",
                "/public/",
                "/public/a%20b",
                "/public/caf%C3%A9",
                "/public/a+b",
                "/public/a%3Fb",
                "/public/a..b",
                "/public/.well-known",
                "/public/info;jsessionid=node01abc.node0",
                "/public/info?next=//x/../y;z=%2f"
            })
    void anOrdinaryPathIsNot(String target) throws Exception {
        try (TestApp app = app(Map.of("rules", RULES))) {
            assertThat(app.http().get(target).status(), is(200));
        }
    }

    @Test
    void encodingAPathDoesNotHideIt() throws Exception {
        try (TestApp app = app(Map.of("rules", RULES, "unmatched", "open"))) {
            assertThat(app.http().get("/%61dmin/users").status(), is(401));
        }
    }

    @ParameterizedTest
    @CsvSource({"denied, 401, 403", "authenticated, 401, 200", "open, 200, 200"})
    void whatNoRuleIsAboutIsSaidByUnmatched(String unmatched, int anonymous, int known) throws Exception {
        try (TestApp app = app(Map.of("rules", RULES, "unmatched", unmatched))) {
            assertThat(app.http().get("/unknown").status(), is(anonymous));
            assertThat(
                    app.http().get("/unknown", "Authorization: " + TestApp.BOB).status(), is(known));
        }
    }

    @Test
    void itWorksBehindAnyOtherSecurity() throws Exception {
        Filter own =
                (request, response, chain) -> chain.doFilter(new OwnSecurity((HttpServletRequest) request), response);
        try (TestApp app = new TestApp(webapp)) {
            app.filter(own, "/*")
                    .filter(RoleFilter.class, "/*", Map.of("rules", "* /a boss\n* /b clerk", "realm", "own"))
                    .route("/*", (request, response) -> response.getWriter().print(CANARY))
                    .start();
            assertThat(app.http().get("/a?user=dora").body(), is(CANARY));
            assertThat(app.http().get("/b?user=dora").body(), is("{\"error\":\"Requires clerk role\"}"));
            assertThat(app.http().get("/a").body(), is("{\"error\":\"No authorization header\"}"));
            assertThat(app.http().get("/a").all("WWW-Authenticate"), contains("Bearer realm=\"own\""));
        }
    }

    @Test
    void thePolicyIsPublishedForThePathsThatTheFiltersGuard() throws Exception {
        try (TestApp app = TestApp.withDemoIdentity(webapp)) {
            app.filter(RoleFilter.class, "/admin/*", Map.of("rules", "* /admin/* admin"))
                    .filter(RoleFilter.class, "/user/*", Map.of("rules", "GET /user/* open\n* /user/* user"))
                    .start();
            AccessPolicy policy = (AccessPolicy) app.context().getAttribute(AccessPolicy.ATTRIBUTE);
            Subject user = Subject.of(true, "user"::equals);
            assertThat(policy.decide("GET", "/admin/x", user), instanceOf(AccessDecision.Forbidden.class));
            assertThat(policy.decide("PUT", "/user/x", user), instanceOf(AccessDecision.Granted.class));
            assertThat(
                    policy.decide("PUT", "/user/x", Subject.anonymous()),
                    instanceOf(AccessDecision.Unauthenticated.class));
            assertThat(
                    policy.decide("GET", "/elsewhere", Subject.anonymous()), instanceOf(AccessDecision.Granted.class));
        }
    }

    @Test
    void itCanBeMadeInCode() throws Exception {
        try (TestApp app = new TestApp(webapp)) {
            AccessPolicy closed = AccessRules.parse("* /* denied", new Requirement.Denied());
            app.filter(new RoleFilter(closed, "code"), "/*").start();
            assertThat(app.http().get("/x").all("WWW-Authenticate"), contains("Bearer realm=\"code\""));
        }
    }

    @Test
    void aRoleNameOfAnotherPolicyCanNotBreakTheAnswer() throws Exception {
        try (TestApp app = new TestApp(webapp)) {
            AccessPolicy odd = (method, path, subject) -> new AccessDecision.Forbidden(List.of("a\"b\r\nX: 1"));
            app.filter(new RoleFilter(odd, "code"), "/*").start();
            Http.Answer answer = app.http().get("/x");
            assertThat(answer.body(), is("{\"error\":\"Requires a\\\"b\\r\\nX: 1 role\"}"));
            assertThat(answer.all("WWW-Authenticate"), contains("Bearer realm=\"code\", error=\"insufficient_scope\""));
        }
    }

    @Test
    void aWrongSettingStopsTheStartAndSaysTheMend() throws Exception {
        assertThat(StartFailure.of(filter(Map.of())), containsString("the init-param 'rules' is missing"));
        assertThat(
                StartFailure.of(filter(Map.of("rules", "GET /a"))),
                containsString("The rule 'GET /a' needs three words"));
        assertThat(
                StartFailure.of(filter(Map.of("rules", "* /a root"))),
                containsString("names the role 'root', which the identity file doesn't declare"));
        assertThat(
                StartFailure.of(filter(Map.of("rules", "* /a open", "unmatched", "allow"))),
                containsString("'unmatched' is one of denied, authenticated, open, not 'allow'"));
        assertThat(
                StartFailure.of(filter(Map.of("rules", "* /a open", "rule", "x"))),
                containsString("the init-param 'rule' is unknown"));
    }

    private TestApp filter(Map<String, String> params) throws Exception {
        return TestApp.withDemoIdentity(webapp).filter(RoleFilter.class, "/*", params);
    }

    private TestApp app(Map<String, String> params) throws Exception {
        return TestApp.withDemoIdentity(webapp)
                .filter(AuthenticationFilter.class, "/*", Map.of("invalid-credential", "anonymous", "realm", "the app"))
                .filter(RoleFilter.class, "/*", params)
                .route("/*", (request, response) -> {
                    served.incrementAndGet();
                    response.getWriter().print(CANARY);
                })
                .start();
    }

    private static final class OwnSecurity extends HttpServletRequestWrapper {
        OwnSecurity(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            String user = getParameter("user");
            return user == null ? super.getUserPrincipal() : () -> user;
        }

        @Override
        public boolean isUserInRole(String role) {
            return getParameter("user") != null && role.equals("boss");
        }
    }
}
