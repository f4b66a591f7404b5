/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.github.samedoor.credential.Credential;
import io.github.samedoor.credential.CredentialScheme;
import io.github.samedoor.credential.CredentialVerifier;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.credential.Verification;
import io.github.samedoor.filter.AuthenticationFilter.Otherwise;
import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.Role;
import io.github.samedoor.identity.RoleModel;
import io.github.samedoor.identity.StoreUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationFilterTest {
    private static final List<String> PLAIN_CHALLENGES =
            List.of("Bearer realm=\"samedoor\"", "ApiKey realm=\"samedoor\"");

    private final AtomicInteger served = new AtomicInteger();

    @TempDir
    Path webapp;

    @Test
    void theApplicationIsToldWhoCalls() throws Exception {
        try (TestApp app = app(Map.of())) {
            assertThat(
                    app.http().get("/who", "Authorization: " + TestApp.ALICE).body(),
                    is("alice alice Bearer 1 user=true admin=false any=true b5c3b5d6"
                            .replace("b5c3b5d6", tokenId("user-token-123"))));
            assertThat(
                    app.http().get("/who", "authorization: apikey api-key-789").body(),
                    is("service service ApiKey 3 user=false admin=false any=true " + tokenId("api-key-789")));
        }
    }

    @Test
    void aRoleThatIsImpliedCountsForTheApplication() throws Exception {
        try (TestApp app = app(Map.of())) {
            assertThat(
                    app.http().get("/who", "Authorization: " + TestApp.BOB).body(),
                    containsString("user=true admin=true"));
        }
    }

    @Test
    void anonymousRequestsGoOn() throws Exception {
        try (TestApp app = app(Map.of())) {
            Http.Answer answer = app.http().get("/who");
            assertThat(answer.status(), is(200));
            assertThat(answer.body(), is("anonymous null user=false any=false"));
        }
    }

    @Test
    void onlyTheAuthorizationHeaderIsLookedAt() throws Exception {
        try (TestApp app = app(Map.of())) {
            for (String header : List.of("Cookie: authorization=", "Proxy-Authorization: ", "X-Access-Token: ")) {
                assertThat(app.http().get("/who", header + TestApp.ALICE).body(), containsString("anonymous"));
            }
            assertThat(app.http().get("/who?access_token=user-token-123").body(), containsString("anonymous"));
        }
    }

    @Test
    void anUnknownTokenIsRefusedWithTheErrorOnItsOwnScheme() throws Exception {
        try (TestApp app = app(Map.of())) {
            Http.Answer answer = app.http().get("/who", "Authorization: Bearer no-such-token-zz9");
            assertThat(answer.status(), is(401));
            assertThat(answer.body(), is("{\"error\":\"Invalid token\"}"));
            assertThat(answer.first("Content-Type").orElse(""), containsString("application/json"));
            assertThat(answer.all("Cache-Control"), contains("no-store"));
            assertThat(
                    answer.all("WWW-Authenticate"),
                    contains(
                            "Bearer realm=\"samedoor\", error=\"invalid_token\","
                                    + " error_description=\"The token is unknown, expired or revoked\"",
                            "ApiKey realm=\"samedoor\""));
            assertThat(answer.toString(), not(containsString("zz9")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer expired-token",
                "Bearer session-",
                "Bearer session-00000000000000000000000000000000",
                "Bearer toString",
                "Bearer ../../etc/passwd",
                "Bearer api-key-789"
            })
    void everyBadTokenHasOneAnswer(String header) throws Exception {
        try (TestApp app = app(Map.of())) {
            Http.Answer answer = app.http().get("/who", "Authorization: " + header);
            assertThat(answer.status(), is(401));
            assertThat(answer.body(), is("{\"error\":\"Invalid token\"}"));
            assertThat(served.get(), is(0));
        }
    }

    @Test
    void anUnknownApiKeyIsRefusedInItsOwnWords() throws Exception {
        try (TestApp app = app(Map.of())) {
            Http.Answer answer = app.http().get("/who", "Authorization: ApiKey user-token-123");
            assertThat(answer.status(), is(401));
            assertThat(answer.body(), is("{\"error\":\"Invalid API key\"}"));
            assertThat(answer.all("WWW-Authenticate").get(0), is("Bearer realm=\"samedoor\""));
            assertThat(answer.all("WWW-Authenticate").get(1), containsString("ApiKey realm=\"samedoor\", error="));
        }
    }

    @Test
    void anotherSchemeIsRefusedWithPlainChallenges() throws Exception {
        try (TestApp app = app(Map.of())) {
            Http.Answer answer = app.http().get("/who", "Authorization: Basic dXNlci10b2tlbi0xMjM6");
            assertThat(answer.status(), is(401));
            assertThat(answer.body(), is("{\"error\":\"Unsupported auth scheme\"}"));
            assertThat(answer.all("WWW-Authenticate"), is(PLAIN_CHALLENGES));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "anonymous"})
    void twoHeadersAreRefusedEverywhere(String invalidCredential) throws Exception {
        try (TestApp app = app(Map.of("invalid-credential", invalidCredential))) {
            Http.Answer answer =
                    app.http().get("/who", "Authorization: " + TestApp.ALICE, "Authorization: " + TestApp.ALICE);
            assertThat(answer.status(), is(400));
            assertThat(answer.body(), is("{\"error\":\"More than one authorization header\"}"));
            assertThat(answer.all("WWW-Authenticate").get(0), containsString("error=\"invalid_request\""));
            assertThat(served.get(), is(0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer {}",
                "Bearer a b",
                "Bearer user-token-123, Bearer admin-token-456",
                "Bearer user-token-%31%32%33",
                "Bearer x' UNION SELECT 'admin'--"
            })
    void whatCanNotBeReadIsRefusedWith400(String header) throws Exception {
        try (TestApp app = app(Map.of("invalid-credential", "anonymous"))) {
            Http.Answer answer = app.http().get("/who", "Authorization: " + header);
            assertThat(answer.status(), is(400));
            assertThat(answer.body(), is("{\"error\":\"Malformed authorization header\"}"));
            assertThat(answer.all("WWW-Authenticate").get(0), containsString("error=\"invalid_request\""));
            assertThat(served.get(), is(0));
        }
    }

    @Test
    void aTokenThatIsNotGoodCanGoOnAnonymously() throws Exception {
        try (TestApp app = app(Map.of("invalid-credential", "anonymous"))) {
            for (String bad : List.of("Bearer nope", "ApiKey nope", "Basic eA==")) {
                Http.Answer answer = app.http().get("/who", "Authorization: " + bad);
                assertThat(answer.status(), is(200));
                assertThat(answer.body(), is("anonymous null user=false any=false"));
            }
        }
    }

    @Test
    void anonymousRequestsCanBeRefused() throws Exception {
        try (TestApp app = app(Map.of("no-credential", "refuse", "realm", "my app"))) {
            Http.Answer answer = app.http().get("/who");
            assertThat(answer.status(), is(401));
            assertThat(answer.body(), is("{\"error\":\"No authorization header\"}"));
            assertThat(answer.all("WWW-Authenticate"), contains("Bearer realm=\"my app\"", "ApiKey realm=\"my app\""));
        }
    }

    @Test
    void aSchemeThatIsNotOfferedIsNeitherReadNorChallenged() throws Exception {
        try (TestApp app = app(Map.of("schemes", "Bearer"))) {
            Http.Answer answer = app.http().get("/who", "Authorization: " + TestApp.SERVICE);
            assertThat(answer.body(), is("{\"error\":\"Unsupported auth scheme\"}"));
            assertThat(answer.all("WWW-Authenticate"), contains("Bearer realm=\"samedoor\""));
        }
    }

    /** A scheme of an application: the value is the user's name backwards. */
    public static final class Backwards implements CredentialScheme {
        @Override
        public Credential read(String value) {
            return new Credential.Custom(
                    "Backwards", new Secret(new StringBuilder(value).reverse().toString()));
        }
    }

    @Test
    void anApplicationCanAddASchemeAndItsVerifier() throws Exception {
        IdentityContext identity = IdentityContext.builder(
                        RoleModel.of(Map.of("user", List.of())),
                        new io.github.samedoor.password.InMemoryUserDirectory(List.of()))
                .verifiers(List.of(credential -> credential instanceof Credential.Custom custom
                        ? verified(custom.secret().reveal())
                        : new Verification.NotMine()))
                .build();
        try (TestApp app = new TestApp(webapp)) {
            identity.publish(app.context());
            app.filter(
                            AuthenticationFilter.class,
                            "/*",
                            Map.of("schemes", "Bearer, Backwards=" + Backwards.class.getName()))
                    .route("/who", (request, response) -> response.getWriter().print(who(request)))
                    .start();
            assertThat(app.http().get("/who", "Authorization: backwards lorac").body(), containsString("carol"));
            assertThat(app.http().get("/who", "Authorization: Bearer carol").status(), is(401));
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsNeverALogoutAndLeavesPublicRoutesOpen() throws Exception {
        for (Otherwise invalid : Otherwise.values()) {
            try (TestApp app = new TestApp(webapp)) {
                app.filter(new AuthenticationFilter(settings(AuthenticationFilterTest::down, invalid)), "/*")
                        .filter(RoleFilter.class, "/*", Map.of("rules", "* /public open\n* /user user"))
                        .route(
                                "/public",
                                (request, response) -> response.getWriter().print("open"))
                        .route(
                                "/user",
                                (request, response) -> response.getWriter().print("SECRET"))
                        .start();
                Http.Answer answer = app.http().get("/user", "Authorization: " + TestApp.ALICE);
                assertThat(answer.status(), is(503));
                assertThat(answer.first("Retry-After"), is(Optional.of("5")));
                assertThat(answer.body(), is("{\"error\":\"Try again later\"}"));
                assertThat(app.http().get("/public").status(), is(200));
            }
        }
    }

    @Test
    void aRoleChangeAndADisabledUserCountOnTheNextCall() throws Exception {
        try (TestApp app = app(Map.of())) {
            IdentityContext identity = IdentityContext.of(app.context());
            identity.users().update("1", user -> user.withRoles(Set.of(new Role("admin"))));
            assertThat(app.http().get("/who", "Authorization: " + TestApp.ALICE).body(), containsString("admin=true"));
            identity.users().update("1", user -> user.withEnabled(false));
            assertThat(app.http().get("/who", "Authorization: " + TestApp.ALICE).status(), is(401));
        }
    }

    @Test
    void aSessionIsKnownUntilItIsRevoked() throws Exception {
        try (TestApp app = app(Map.of())) {
            IdentityContext identity = IdentityContext.of(app.context());
            String header = "Authorization: Bearer "
                    + identity.sessions().issue("1").access().reveal();
            assertThat(app.http().get("/who", header).body(), containsString("alice alice Bearer"));
            assertThat(identity.sessions().revokeAll(), is(1));
            assertThat(app.http().get("/who", header).body(), is("{\"error\":\"Invalid token\"}"));
        }
    }

    @Test
    void logoutEndsTheIdentityOfTheRequest() throws Exception {
        try (TestApp app = TestApp.withDemoIdentity(webapp)) {
            app.filter(AuthenticationFilter.class, "/*", Map.of())
                    .route("/out", (request, response) -> {
                        boolean before = request.authenticate(response);
                        request.logout();
                        response.getWriter().print(before + " " + who(request));
                    })
                    .start();
            assertThat(
                    app.http().get("/out", "Authorization: " + TestApp.ALICE).body(),
                    is("true anonymous null user=false any=false"));
        }
    }

    @Test
    void aWrongSettingStopsTheStartAndSaysTheMend() throws Exception {
        assertThat(StartFailure.of(app("relm", "x")), containsString("the init-param 'relm' is unknown; there are: "));
        assertThat(StartFailure.of(app("realm", "a\"b")), containsString("the realm is 1 to 100"));
        assertThat(
                StartFailure.of(app("invalid-credential", "ignore")),
                containsString("'invalid-credential' is one of refuse, anonymous, not 'ignore'"));
        assertThat(StartFailure.of(app("schemes", "Basic")), containsString("'Basic' isn't built in (Bearer, ApiKey)"));
        assertThat(
                StartFailure.of(app("schemes", "X=java.lang.String")),
                containsString("'java.lang.String' must be a public CredentialScheme"));
        assertThat(StartFailure.of(app("schemes", "Bearer,Bearer")), containsString("stands twice"));
    }

    private TestApp app(String name, String value) throws Exception {
        return TestApp.withDemoIdentity(webapp).filter(AuthenticationFilter.class, "/*", Map.of(name, value));
    }

    private TestApp app(Map<String, String> params) throws Exception {
        return TestApp.withDemoIdentity(webapp)
                .filter(AuthenticationFilter.class, "/*", params)
                .route("/who", (request, response) -> {
                    served.incrementAndGet();
                    response.getWriter().print(who(request));
                })
                .start();
    }

    private static String who(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            return "anonymous " + request.getRemoteUser() + " user=" + request.isUserInRole("user") + " any="
                    + request.isUserInRole("**");
        }
        Authentication authentication = Authentication.of(request).orElseThrow();
        return request.getUserPrincipal().getName() + ' ' + request.getRemoteUser() + ' ' + request.getAuthType() + ' '
                + authentication.caller().id() + " user=" + request.isUserInRole("user") + " admin="
                + request.isUserInRole("admin") + " any=" + request.isUserInRole("**") + ' '
                + authentication.tokenId();
    }

    private static String tokenId(String token) {
        return io.github.samedoor.token.TokenHash.of(new Secret(token)).id();
    }

    private static Verification verified(String name) {
        return new Verification.Verified(
                new Caller(name, name, Set.of(), Optional.empty()), "00000000", Optional.empty());
    }

    private static Verification down(Credential.Presented credential) {
        throw new StoreUnavailableException("The session store", new java.io.IOException("refused"));
    }

    private static AuthenticationFilter.Settings settings(CredentialVerifier verifier, Otherwise invalid) {
        return new AuthenticationFilter.Settings(
                verifier, RoleModel.of(Map.of()), "samedoor", SchemeNames.standard(), invalid, Otherwise.ANONYMOUS);
    }
}
