/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.audit.AuditChain;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit file of the example tells afterwards. */
class AuditTrailTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void everyDecisionIsALineAndTheFileHasOneUnbrokenChain() throws IOException {
        Path file = directory.resolve("audit.log");
        try (ExampleServer server = ExampleServer.start(audited(file))) {
            server.login("alice", "password123");
            server.http().postJson("/auth/login", "{\"username\":\"eve\\n{}\",\"password\":\"wrong-one\"}");
            call(server, Shown.USER_TOKEN, "get_admin_users", "{}");
            call(server, Shown.ADMIN_TOKEN, "get_admin_users", "{}");
            call(server, Shown.USER_TOKEN, "no_such_tool", "{\"x\":\"hidden-argument\"}");
            call(server, Shown.USER_TOKEN, "get_user_notes_by_id", "{\"id\":\"..\"}");
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(find(lines, "login", "alice").get("outcome").asText(), is("granted"));
        assertThat(find(lines, "login", "eve\n{}").get("outcome").asText(), is("denied"));
        assertRefusalsOfToolsAreTold(lines);
        assertThat(lines, everyItem(not(containsString("hidden-argument"))));
        assertThat(lines, everyItem(not(containsString("wrong-one"))));
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            assertThat(AuditChain.verify(reader, AuditChain.START) instanceof AuditChain.Verification.Intact, is(true));
        }
    }

    private static void assertRefusalsOfToolsAreTold(List<String> lines) {
        List<JsonNode> calls = lines.stream()
                .map(JsonForm::parse)
                .filter(line -> line.get("action").asText().equals("tool_call"))
                .toList();
        assertThat(calls.size(), is(4));
        JsonNode denied = calls.get(0);
        assertThat(denied.get("target").asText(), is("GET /admin/users"));
        assertThat(denied.get("caller").asText(), is("1"));
        assertThat(denied.get("tenant").asText(), is("a"));
        assertThat(denied.get("outcome").asText(), is("denied"));
        assertThat(denied.get("status").asText(), is("403"));
        assertThat(denied.get("correlation").asText(), is(TRACE));
        List<JsonNode> sharing = lines.stream()
                .map(JsonForm::parse)
                .filter(line -> line.path("correlation").asText().equals(TRACE))
                .filter(line -> line.path("reason").asText().equals("Requires admin role"))
                .toList();
        assertThat(sharing.size(), is(1));
        assertThat(sharing.get(0).get("target").asText(), is("GET /admin/users"));
        assertThat(calls.get(1).get("outcome").asText(), is("granted"));
        assertThat(calls.get(2).get("reason").asText(), is("unknown-tool"));
        assertThat(calls.get(2).get("target").asText(), is("no_such_tool"));
        assertThat(calls.get(3).get("reason").asText(), is("bad-arguments"));
    }

    private static JsonNode find(List<String> lines, String action, String target) {
        return lines.stream()
                .map(JsonForm::parse)
                .filter(line -> line.get("action").asText().equals(action))
                .filter(line -> line.path("target").asText().equals(target))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + action + " of " + target + " in " + lines));
    }

    private static void call(ExampleServer server, Shown shown, String tool, String arguments) {
        server.send(
                shown,
                "POST",
                "/mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                        + "\",\"arguments\":" + arguments + "}}",
                "MCP-Protocol-Version: 2025-11-25",
                "traceparent: 00-"
                        + (shown == Shown.USER_TOKEN && tool.equals("get_admin_users")
                                ? TRACE
                                : "1" + TRACE.substring(1))
                        + "-00f067aa0ba902b7-01",
                "Accept: application/json, text/event-stream");
    }

    private Path audited(Path file) {
        String parameters = "<context-param><param-name>samedoor.audit-file</param-name><param-value>" + file
                + "</param-value></context-param>"
                + "<context-param><param-name>samedoor.audit-chain</param-name><param-value>true</param-value></context-param>";
        String first = "<context-param>";
        return WarCopy.write(
                ExampleWar.path(),
                directory.resolve("audited.war"),
                "WEB-INF/web.xml",
                xml -> xml.substring(0, xml.indexOf(first)) + parameters + xml.substring(xml.indexOf(first)));
    }
}
