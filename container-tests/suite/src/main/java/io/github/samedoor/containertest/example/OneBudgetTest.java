/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.containertest.HttpAnswer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller has one budget, whichever way the calls come. */
class OneBudgetTest {
    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"get_user_data\",\"arguments\":{}}}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void directCallsInvokeMcpAndBatchesShareIt() {
        try (ExampleServer server = limited("<param-name>per-caller</param-name><param-value>6/hour</param-value>")) {
            assertThat(directly(server).header("RateLimit").orElse(""), containsString("r=5;"));
            assertThat(invoke(server).status(), is(200));
            assertThat(mcp(server, CALL.formatted(1), "2025-11-25").status(), is(200));
            HttpAnswer batch = mcp(
                    server,
                    '[' + CALL.formatted(1) + ',' + CALL.formatted(2) + ',' + CALL.formatted(3) + ']',
                    "2025-03-26");
            assertThat(batch.text(), batch.text().split("Private data for user alice", -1).length > 3, is(true));
            for (HttpAnswer late :
                    new HttpAnswer[] {directly(server), invoke(server), mcp(server, CALL.formatted(1), "2025-11-25")}) {
                assertThat(late.toString(), late.status(), is(429));
                assertThat(late.headers("Retry-After"), hasSize(1));
                assertThat(late.headers("RateLimit"), hasSize(1));
            }
            assertThat("another caller has another", profileOfBob(server).status(), is(200));
        }
    }

    @Test
    void theLastPartsOfABatchAreRefusedWhereItIsUsedUp() {
        try (ExampleServer server = limited("<param-name>per-caller</param-name><param-value>2/hour</param-value>")) {
            HttpAnswer batch = mcp(
                    server,
                    '[' + CALL.formatted(1) + ',' + CALL.formatted(2) + ',' + CALL.formatted(3) + ']',
                    "2025-03-26");
            assertThat(batch.text(), batch.text().split("Too many requests", -1).length, is(2));
            assertThat(directly(server).status(), is(429));
        }
    }

    @Test
    void aRouteAndItsToolShareALimitOfTheirOwn() {
        try (ExampleServer server =
                limited("<param-name>per-route</param-name><param-value>GET /user/data 2/hour</param-value>")) {
            assertThat(directly(server).status(), is(200));
            assertThat(mcp(server, CALL.formatted(1), "2025-11-25").status(), is(200));
            HttpAnswer late = mcp(server, CALL.formatted(1), "2025-11-25");
            assertThat(late.toString(), late.status(), is(429));
            assertThat(late.headers("Retry-After"), hasSize(1));
            assertThat(server.send(Shown.USER_TOKEN, "GET", "/user/profile", "").status(), is(200));
        }
    }

    private static HttpAnswer directly(ExampleServer server) {
        return server.send(Shown.USER_TOKEN, "GET", "/user/data", "");
    }

    private static HttpAnswer profileOfBob(ExampleServer server) {
        return server.send(Shown.ADMIN_TOKEN, "GET", "/user/profile", "");
    }

    private static HttpAnswer invoke(ExampleServer server) {
        return server.send(Shown.USER_TOKEN, "POST", "/mcp/invoke", "{\"toolName\":\"GET_/user/data\",\"args\":{}}");
    }

    private static HttpAnswer mcp(ExampleServer server, String message, String revision) {
        return server.send(
                Shown.USER_TOKEN,
                "POST",
                "/mcp",
                message,
                "MCP-Protocol-Version: " + revision,
                "Accept: application/json, text/event-stream");
    }

    private ExampleServer limited(String parameter) {
        String filter = "<filter><filter-name>limit</filter-name>"
                + "<filter-class>io.github.samedoor.filter.RateLimitFilter</filter-class>"
                + "<async-supported>true</async-supported><init-param>" + parameter + "</init-param></filter>";
        String mapping =
                "<filter-mapping><filter-name>limit</filter-name><url-pattern>/*</url-pattern></filter-mapping>";
        String next = "<filter-mapping>\n    <filter-name>tenant</filter-name>";
        return ExampleServer.start(WarCopy.write(
                ExampleWar.path(),
                directory.resolve("limited.war"),
                "WEB-INF/web.xml",
                xml -> xml.replace(next, filter + mapping + next)));
    }
}
