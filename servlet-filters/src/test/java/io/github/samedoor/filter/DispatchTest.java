/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filters under every dispatcher type: what a first dispatch would refuse, every other one refuses too. */
class DispatchTest {
    private static final String SECRET = "CANARY-ADMIN";

    @TempDir
    Path webapp;

    @Test
    void aForwardToAGuardedRouteIsJudgedByItsOwnPath() throws Exception {
        try (TestApp app = app()) {
            refusesAllButAdmins(app, "/public/forward");
        }
    }

    @Test
    void anAsynchronousDispatchIsJudgedByItsOwnPath() throws Exception {
        try (TestApp app = app()) {
            refusesAllButAdmins(app, "/public/async");
        }
    }

    @Test
    void anIncludeOfAGuardedRouteLeavesItOut() throws Exception {
        try (TestApp app = app()) {
            Http.Answer anonymous = app.http().get("/public/include");
            assertThat(anonymous.body(), is("before after"));
            Http.Answer alice = app.http().get("/public/include", "Authorization: " + TestApp.ALICE);
            assertThat(alice.body(), is("before after"));
            Http.Answer bob = app.http().get("/public/include", "Authorization: " + TestApp.BOB);
            assertThat(bob.body(), is("before " + SECRET + " bob after"));
        }
    }

    @Test
    void anErrorPageIsJudgedByItsOwnPath() throws Exception {
        try (TestApp app = app()) {
            ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
            pages.addErrorPage(418, "/admin/error");
            app.handler().setErrorHandler(pages);
            assertThat(app.http().get("/public/error").body(), not(containsString(SECRET)));
            assertThat(
                    app.http()
                            .get("/public/error", "Authorization: " + TestApp.BOB)
                            .body(),
                    containsString(SECRET + " bob"));
        }
    }

    /** A wrapper around the whole request that hides or changes the credential, as a relay of calls would. */
    @Test
    void anInnerDispatchIsJudgedByTheCredentialThatItShows() throws Exception {
        try (TestApp app = app()) {
            String bob = "Authorization: " + TestApp.BOB;
            assertThat(app.http().get("/public/relay?as=", bob).status(), is(401));
            assertThat(
                    app.http().get("/public/relay?as=" + "Bearer%20nope", bob).body(), containsString("Invalid token"));
            assertThat(
                    app.http()
                            .get("/public/relay?as=Bearer%20user-token-123", bob)
                            .body(),
                    containsString("Requires admin role"));
            assertThat(
                    app.http().get("/public/relay?as=Bearer%20admin-token-456").body(), is(SECRET + " bob"));
        }
    }

    @Test
    void noTraceOfTheOuterCallerIsLeftInAnAnonymousInnerDispatch() throws Exception {
        try (TestApp app = app()) {
            assertThat(
                    app.http()
                            .get("/public/ask?as=", "Authorization: " + TestApp.BOB)
                            .body(),
                    is("null null null admin=false known=false"));
        }
    }

    @Test
    void theOuterIdentityIsThereAgainAfterAnInnerDispatch() throws Exception {
        try (TestApp app = app()) {
            assertThat(
                    app.http()
                            .get("/public/twice?as=", "Authorization: " + TestApp.ALICE)
                            .body(),
                    is("alice alice"));
        }
    }

    private static void refusesAllButAdmins(TestApp app, String path) throws Exception {
        Http.Answer anonymous = app.http().get(path);
        assertThat(anonymous.status(), is(401));
        assertThat(anonymous.body(), is("{\"error\":\"No authorization header\"}"));
        Http.Answer alice = app.http().get(path, "Authorization: " + TestApp.ALICE);
        assertThat(alice.status(), is(403));
        assertThat(alice.body(), is("{\"error\":\"Requires admin role\"}"));
        Http.Answer bob = app.http().get(path, "Authorization: " + TestApp.BOB);
        assertThat(bob.body(), is(SECRET + " bob"));
    }

    private TestApp app() throws Exception {
        DispatcherType[] all = DispatcherType.values();
        return TestApp.withDemoIdentity(webapp)
                .filter(AuthenticationFilter.class, "/*", Map.of(), all)
                .filter(RoleFilter.class, "/*", Map.of("rules", "* /public/* open\n* /admin/* admin"), all)
                .route(
                        "/admin/*",
                        (request, response) -> response.getWriter().print(SECRET + " " + request.getRemoteUser()))
                .route(
                        "/public/forward",
                        (request, response) -> dispatcher(request).forward(request, response))
                .route(
                        "/public/async",
                        (request, response) -> request.startAsync().dispatch("/admin/users"))
                .route("/public/include", (request, response) -> {
                    response.getWriter().print("before ");
                    dispatcher(request).include(request, response);
                    boolean included = Optional.ofNullable(request.getRemoteUser())
                            .filter("bob"::equals)
                            .isPresent();
                    response.getWriter().print(included ? " after" : "after");
                })
                .route("/public/error", (request, response) -> response.sendError(418))
                .route(
                        "/public/relay",
                        (request, response) -> dispatcher(request).forward(new OtherCredential(request), response))
                .route(
                        "/public/ask",
                        (request, response) -> request.getRequestDispatcher("/public/who")
                                .forward(new OtherCredential(request), response))
                .route(
                        "/public/who",
                        (request, response) -> response.getWriter()
                                .print(request.getUserPrincipal() + " " + request.getRemoteUser() + ' '
                                        + request.getAuthType() + " admin=" + request.isUserInRole("admin") + " known="
                                        + Authentication.of(request).isPresent()))
                .route("/public/twice", (request, response) -> {
                    String before = request.getRemoteUser();
                    dispatcher(request).include(new OtherCredential(request), response);
                    response.getWriter().print(before + ' ' + request.getRemoteUser());
                })
                .start();
    }

    private static RequestDispatcher dispatcher(HttpServletRequest request) {
        return request.getRequestDispatcher("/admin/users");
    }

    private static final class OtherCredential extends HttpServletRequestWrapper {
        OtherCredential(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            if (!name.equalsIgnoreCase("Authorization")) {
                return super.getHeaders(name);
            }
            String as = getParameter("as");
            return Collections.enumeration(as.isEmpty() ? List.<String>of() : List.of(as));
        }
    }
}
