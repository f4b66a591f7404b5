/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.protocol;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message belongs to one era, and a mixture of both to none (MCP 2026-07-28, versioning). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EraTest {
    private static final String MODERN = "2026-07-28";
    private static final String INITIALIZE =
            "'protocolVersion':'%s','capabilities':{},'clientInfo':{'name':'test','version':'1'}";

    @SuppressWarnings("NullAway.Init")
    private ProtocolServer server;

    @BeforeAll
    void start() {
        server = ProtocolServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void bodyThatClaimsTheModernRevisionIsModern() {
        Reply reply = server.send(McpRequest.request(MODERN, "tools/list", ""));
        assertThat(reply.toString(), reply.result().path("resultType").asText(), is("complete"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25,2025-11-25",
        "2025-06-18,2025-06-18",
        "2025-03-26,2025-03-26",
        "2026-07-28,2025-11-25",
        "2024-11-05,2025-11-25",
        "x,2025-11-25"
    })
    void initializeAgreesOnALegacyRevision(String asked, String agreed) {
        McpRequest plain = McpRequest.of(message("initialize", INITIALIZE.formatted(asked)));
        Reply reply = server.send(plain);
        assertThat(reply.toString(), reply.result().path("protocolVersion").asText(), is(agreed));
        Reply conflict = server.send(plain.with("MCP-Protocol-Version: " + MODERN));
        assertThat(conflict.summary(), is("400 -32020"));
    }

    @Test
    void initializeIsNoMethodOfTheModernRevision() {
        Reply reply = server.send(McpRequest.request(MODERN, "initialize", INITIALIZE.formatted("2025-11-25")));
        assertThat(reply.summary(), is("404 -32601"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'_meta':{}",
                "'_meta':7",
                "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28'}",
                "'_meta':{'io.modelcontextprotocol/protocolVersion':7,'io.modelcontextprotocol/clientCapabilities':{}}",
                "'_meta':{'io.modelcontextprotocol/clientCapabilities':{}}",
                "'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
                        + "'io.modelcontextprotocol/clientCapabilities':[]}"
            })
    void modernHeaderWithoutWholeMetadataIsMalformed(String params) {
        Reply reply = server.send(McpRequest.in(MODERN, "tools/list", message("tools/list", params)));
        assertThat(reply.summary(), is("400 -32602"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18", "2025-03-26"})
    void messageWithoutClaimsIsLegacy(String revision) {
        Reply reply = server.send(McpRequest.call(revision, "get_answer", ""));
        assertThat(reply.summary(), is("200 0 reached"));
        assertThat(reply.result().has("resultType"), is(false));
        Reply unnamed = server.send(McpRequest.call(revision, "get_answer", "").without("MCP-Protocol-Version"));
        assertThat(unnamed.summary(), is("200 0 reached"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-11-26", "1", "2025-11-25, 2025-11-25", ""})
    void headerOfNoRevisionIsRefused(String version) {
        McpRequest call = McpRequest.call("2025-11-25", "get_answer", "");
        assertThat(server.send(call.with("MCP-Protocol-Version: " + version)).summary(), is("400 -32022"));
        assertThat(server.send(call.and("MCP-Protocol-Version: 2025-11-25")).summary(), is("400 -32022"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-03-26", "v999.0.0"})
    void metadataOfAnotherRevisionIsUnsupported(String version) {
        String body = message("tools/list", McpRequest.META.replace(MODERN, version));
        Reply reply = server.send(McpRequest.in(MODERN, "tools/list", body).with("MCP-Protocol-Version: " + version));
        assertThat(reply.summary(), is("400 -32022"));
        assertThat(reply.json().at("/error/data/requested").asText(), is(version));
        assertThat(reply.json().at("/error/data/supported").toString(), containsString(MODERN));
        Reply conflict = server.send(McpRequest.in(MODERN, "tools/list", body));
        assertThat(conflict.summary(), is("400 -32020"));
    }

    @ParameterizedTest
    @CsvSource({"2026-07-28,202", "2025-11-25,202", "2025-06-18,202", "2025-03-26,202", "2024-11-05,400"})
    void notificationIsAcceptedWithoutAnAnswer(String revision, int status) {
        Reply reply = server.send(McpRequest.in(
                revision, "notifications/x", "{'jsonrpc':'2.0','method':'notifications/x','params':{'a':1}}"));
        assertThat(reply.toString(), reply.status(), is(status));
        assertThat(reply.http().text().isEmpty(), is(status == 202));
    }

    @ParameterizedTest
    @CsvSource({"2026-07-28,400", "2025-11-25,202", "2025-06-18,202", "2025-03-26,202"})
    void responseIsForTheLegacyEraAlone(String revision, int status) {
        Reply reply = server.send(McpRequest.in(revision, "", "{'jsonrpc':'2.0','id':1,'result':{}}"));
        assertThat(reply.toString(), reply.status(), is(status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-28 | 404 | no/such initialize ping logging/setLevel resources/subscribe TOOLS/LIST",
                "2025-11-25 | 200 | no/such server/discover subscriptions/listen TOOLS/LIST",
                "2025-06-18 | 200 | no/such server/discover subscriptions/listen TOOLS/LIST",
                "2025-03-26 | 200 | no/such server/discover subscriptions/listen TOOLS/LIST"
            })
    void methodOfAnotherRevisionOrFeatureIsUnknown(String revision, int status, String methods) {
        for (String method : methods.split(" ", -1)) {
            Reply reply = server.send(McpRequest.request(revision, method, ""));
            assertThat(reply.toString(), reply.summary(), is(status + " -32601"));
        }
    }

    @Test
    void callThatNeedsACapabilityNamesIt() {
        Reply reply = server.send(McpRequest.call(MODERN, "get_ask", ""));
        assertThat(reply.summary(), is("400 -32021"));
        assertThat(reply.json().at("/error/data/requiredCapabilities").toString(), is("{\"elicitation\":{}}"));
    }

    @Test
    void routeHasNobodyToAskWhenItIsInvokedInPlainJson() {
        String body = "{\"toolName\":\"GET_/ask\",\"args\":{}}";
        assertThat(server.http().postJson("/mcp/invoke", body).text(), containsString("\"result\":\"nobody to ask\""));
        assertThat(server.http().get("/ask").text(), is("nobody to ask"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "PATCH", "OPTIONS", "FOO"})
    void endpointTakesNothingButMessages(String method) {
        for (String revision : new String[] {MODERN, "2025-11-25", "2025-06-18", "2025-03-26"}) {
            Reply reply = server.sendHttp(method, McpRequest.call(revision, "get_answer", ""));
            assertThat(reply.toString(), reply.status(), is(405));
            assertThat(reply.http().headers("Allow"), contains(containsString("POST")));
            assertThat(reply.reached(), is(0));
        }
    }

    private static String message(String method, String params) {
        return "{'jsonrpc':'2.0','id':1,'method':'" + method + "','params':{" + params + "}}";
    }
}
