/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.session.SessionTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a web application with these filters writes to its log. */
class LogTest {
    private static final Path LOG = Path.of("target/test.log"); // as simplelogger.properties says

    @TempDir
    Path webapp;

    @Test
    void decisionsAreLoggedAndNoSecretIs() throws Exception {
        try (TestApp app = TestApp.withDemoIdentity(webapp)
                .filter(AuditFilter.class, "/*", Map.of())
                .filter(AuthenticationFilter.class, "/*", Map.of())
                .filter(TenantFilter.class, "/*", Map.of())
                .filter(RoleFilter.class, "/*", Map.of("rules", "* /broken open\n* /* admin"))
                .route("/broken", (request, response) -> {
                    throw new IllegalStateException("the route broke");
                })
                .start()) {
            IdentityContext identity = IdentityContext.of(app.context());
            identity.login().attempt("alice", new Secret("wrong-password-zz1"), "192.0.2.1");
            identity.login().attempt("alice", new Secret("password123"), "192.0.2.1");
            SessionTokens tokens = identity.sessions().issue("1");
            identity.sessions().refresh(tokens.refresh());
            List<String> credentials = List.of(
                    TestApp.ALICE,
                    TestApp.SERVICE,
                    "Bearer wrong-token-zz2",
                    "Basic wrong-basic-zz3",
                    "Bearer {wrong-zz4}",
                    "Bearer " + tokens.access().reveal());
            for (String credential : credentials) {
                app.http().get("/x;jsessionid=session-zz5?token=query-zz6", "Authorization: " + credential);
                app.http().get("/broken", "Authorization: " + credential, "X-Tenant-Token: tenant-a-token");
            }
            String log = Files.readString(LOG);
            assertThat(log, containsString("io.github.samedoor.audit - {\"time\":\""));
            assertThat(log, containsString("\"action\":\"login\",\"outcome\":\"granted\""));
            assertThat(
                    log, containsString("\"reason\":\"Requires admin role\",\"target\":\"GET /x\",\"caller\":\"1\""));
            for (String secret : List.of(
                    "zz1",
                    "zz2",
                    "zz3",
                    "zz4",
                    "zz5",
                    "zz6",
                    "password123",
                    "user-token-123",
                    "api-key-789",
                    "tenant-a-token",
                    tokens.access().reveal(),
                    tokens.refresh().reveal())) {
                assertThat(log, not(containsString(secret)));
            }
        }
    }
}
