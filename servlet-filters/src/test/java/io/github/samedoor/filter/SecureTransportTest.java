/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jetty takes {@code Forwarded} for the socket's address here, so that requests come from other machines. */
class SecureTransportTest {
    @TempDir
    Path webapp;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The socket's peer | headers | status
                "127.0.0.1 | | 200",
                "127.9.9.9 | | 200",
                "\"[::1]\" | | 200",
                "192.0.2.7 | | 403",
                "\"[2001:db8::1]\" | | 403",
                // Nobody's word counts but the proxy's.
                "192.0.2.7 | X-Forwarded-Proto: https | 403",
                "192.0.2.7 | X-Forwarded-For: 127.0.0.1 | 403",
                "198.51.100.1 | X-Forwarded-For: 192.0.2.7, X-Forwarded-Proto: https | 200",
                "198.51.100.1 | X-Forwarded-For: 192.0.2.7, X-Forwarded-Proto: http | 403",
                "198.51.100.1 | X-Forwarded-For: 192.0.2.7 | 403",
                "198.51.100.1 | X-Forwarded-For: 127.0.0.1 | 403",
                "198.51.100.1 | X-Forwarded-Proto: http, X-Forwarded-Proto: https | 403",
                "198.51.100.1 | | 403",
            })
    void aCredentialCountsOnlyWhereNobodyReadItOnTheWay(String peer, String headers, int status) throws Exception {
        try (TestApp app = app().start()) {
            Http.Answer answer = app.http().get("/", lines(peer, headers));
            assertThat(answer.status(), is(status));
            assertThat(answer.body(), containsString(status == 200 ? "alice" : "name it in samedoor.trusted-proxies"));
        }
    }

    @Test
    void evenABadCredentialIsToldWhyAndWhoShowsNoneMayCome() throws Exception {
        try (TestApp app = app().start()) {
            String far = "Forwarded: for=192.0.2.7";
            assertThat(app.http().get("/", far, "Authorization: Bearer unknown").status(), is(403));
            assertThat(app.http().get("/", far, "Authorization: Basic unknown").status(), is(403));
            assertThat(app.http().get("/", far).body(), is("null"));
        }
    }

    @Test
    void itCanBeAllowed() throws Exception {
        try (TestApp app = app().contextParam("samedoor.plain-http", "allow").start()) {
            assertThat(app.http().get("/", lines("192.0.2.7", null)).body(), is("alice"));
        }
        assertThat(
                StartFailure.of(app().contextParam("samedoor.plain-http", "yes")),
                containsString("'samedoor.plain-http' is refuse or allow"));
    }

    private TestApp app() throws Exception {
        return TestApp.withDemoIdentity(webapp)
                .contextParam("samedoor.trusted-proxies", "198.51.100.1")
                .peersByForwarded()
                .filter(AuthenticationFilter.class, "/*", Map.of())
                .route("/", (request, response) -> response.getWriter().print(request.getRemoteUser()));
    }

    private static String[] lines(String peer, @Nullable String headers) {
        List<String> lines = new ArrayList<>();
        lines.add("Forwarded: for=" + peer);
        lines.add("Authorization: " + TestApp.ALICE);
        if (headers != null) {
            lines.addAll(List.of(headers.split(", ", -1)));
        }
        return lines.toArray(String[]::new);
    }
}
