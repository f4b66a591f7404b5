/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.identity.StoreUnavailableException;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantFilterTest {
    @TempDir
    Path webapp;

    @ParameterizedTest
    @CsvSource({
        "Bearer user-token-123, '', 200, a",
        "Bearer user-token-123, tenant-a-token, 200, a",
        "Bearer user-token-123, tenant-b-token, 403, '{\"error\":\"Not your tenant\"}'",
        "Bearer user-token-123, unknown, 403, '{\"error\":\"Unknown tenant\"}'",
        "Bearer admin-token-456, '', 200, none",
        "Bearer admin-token-456, tenant-b-token, 200, b",
        "'', tenant-a-token, 401, '{\"error\":\"No authorization header\"}'",
        "'', unknown, 403, '{\"error\":\"Unknown tenant\"}'",
    })
    void theTenantIsTheCallersOwnOrTheOneThatATokenNames(String credential, String tenant, int status, String body)
            throws Exception {
        try (TestApp app = app(Map.of())) {
            Http.Answer answer = app.http()
                    .get(
                            "/tenant",
                            credential.isEmpty() ? "X-Nothing: 1" : "Authorization: " + credential,
                            tenant.isEmpty() ? "X-Nothing: 2" : "X-Tenant-Token: " + tenant);
            assertThat(answer.status(), is(status));
            assertThat(answer.body(), is(body));
        }
    }

    @Test
    void twoTenantHeadersAreNeverChosenFrom() throws Exception {
        try (TestApp app = app(Map.of())) {
            String header = "X-Tenant-Token: tenant-a-token";
            assertThat(
                    app.http()
                            .get("/tenant", "Authorization: " + TestApp.ALICE, header, header)
                            .status(),
                    is(400));
        }
    }

    @Test
    void theHeaderHasTheNameThatIsSet() throws Exception {
        try (TestApp app = app(Map.of("header", "X-Customer"))) {
            String bob = "Authorization: " + TestApp.BOB;
            assertThat(
                    app.http().get("/tenant", bob, "X-Customer: tenant-b-token").body(), is("b"));
            assertThat(
                    app.http()
                            .get("/tenant", bob, "X-Tenant-Token: tenant-b-token")
                            .body(),
                    is("none"));
        }
    }

    @Test
    void aTenantCanBeRequired() throws Exception {
        try (TestApp app = app(Map.of("required", "true"))) {
            Http.Answer answer = app.http().get("/tenant", "Authorization: " + TestApp.BOB);
            assertThat(answer.status(), is(403));
            assertThat(answer.body(), is("{\"error\":\"Tenant required\"}"));
            assertThat(
                    app.http().get("/tenant", "Authorization: " + TestApp.ALICE).status(), is(200));
        }
    }

    @Test
    void aForwardIsJudgedAnew() throws Exception {
        try (TestApp app = TestApp.withDemoIdentity(webapp)) {
            app.filter(AuthenticationFilter.class, "/*", Map.of(), DispatcherType.FORWARD)
                    .filter(TenantFilter.class, "/*", Map.of(), DispatcherType.FORWARD)
                    .route(
                            "/start",
                            (request, response) ->
                                    request.getRequestDispatcher("/tenant").forward(request, response))
                    .route(
                            "/tenant",
                            (request, response) -> response.getWriter().print("in"))
                    .start();
            String alice = "Authorization: " + TestApp.ALICE;
            assertThat(
                    app.http()
                            .get("/start", alice, "X-Tenant-Token: tenant-b-token")
                            .status(),
                    is(403));
            assertThat(
                    app.http()
                            .get("/start", alice, "X-Tenant-Token: tenant-a-token")
                            .body(),
                    is("in"));
        }
    }

    @Test
    void tenantsThatCanNotBeLookedUpLetNobodyIn() throws Exception {
        try (TestApp app = new TestApp(webapp)) {
            TenantFilter filter = new TenantFilter(
                    hash -> {
                        throw new StoreUnavailableException("The tenants", new IOException("refused"));
                    },
                    "X-Tenant-Token",
                    false);
            app.filter(filter, "/*")
                    .route(
                            "/tenant",
                            (request, response) -> response.getWriter().print("in"))
                    .start();
            assertThat(app.http().get("/tenant", "X-Tenant-Token: x").status(), is(503));
            assertThat(app.http().get("/tenant").status(), is(200));
        }
    }

    @Test
    void aWrongSettingStopsTheStart() throws Exception {
        TestApp app = TestApp.withDemoIdentity(webapp).filter(TenantFilter.class, "/*", Map.of("header", "X Tenant"));
        assertThat(StartFailure.of(app), containsString("'header' is the name of a header"));
    }

    private TestApp app(Map<String, String> params) throws Exception {
        return TestApp.withDemoIdentity(webapp)
                .filter(AuthenticationFilter.class, "/*", Map.of())
                .filter(TenantFilter.class, "/*", params)
                .filter(RoleFilter.class, "/*", Map.of("rules", "* /* authenticated"))
                .route(
                        "/tenant",
                        (request, response) -> response.getWriter()
                                .print(TenantFilter.tenantOf(request)
                                        .map(Object::toString)
                                        .orElse("none")))
                .start();
    }
}
