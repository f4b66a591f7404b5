/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.protocol;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MCP 2025-03-26 has batches, and no other revision. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchTest {
    private static final String PING = "{'jsonrpc':'2.0','id':2,'method':'ping'}";
    private static final String CALL =
            "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'get_answer','arguments':{}}}";
    private static final String NOTE = "{'jsonrpc':'2.0','method':'notifications/x'}";
    private static final String INITIALIZE = "{'jsonrpc':'2.0','id':3,'method':'initialize','params':"
            + "{'protocolVersion':'2025-03-26','capabilities':{},'clientInfo':{'name':'test','version':'1'}}}";

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

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-28", "2025-11-25", "2025-06-18"})
    void isRefusedWhereTheRevisionHasNone(String revision) {
        for (String body : List.of("[]", "[" + CALL + "]", "[" + NOTE + "]", "[" + PING + "," + CALL + "]")) {
            Reply reply = server.send(McpRequest.in(revision, "tools/call", body));
            assertThat(reply.toString(), reply.summary(), is("400 -32600"));
        }
    }

    @Test
    void isAnsweredPartByPart() {
        Reply reply = batch(CALL, NOTE, PING, INITIALIZE, "5", "[" + PING + "]", PING.replace("2,", "null,"));
        JsonNode parts = reply.json();
        assertThat(reply.toString(), reply.status(), is(200));
        assertThat(parts.size(), is(6));
        assertThat(parts.at("/0/result/content/0/text").asText(), is("answered"));
        assertThat(parts.at("/1/result").toString(), is("{}"));
        for (int wrong = 2; wrong < 6; wrong++) {
            assertThat(parts.toString(), parts.path(wrong).at("/error/code").asInt(), is(-32600));
        }
        assertThat(reply.reached(), is(1));
    }

    @Test
    void withNothingToAnswerIsAccepted() {
        Reply reply = batch(NOTE, NOTE);
        assertThat(reply.toString(), reply.status(), is(202));
        assertThat(reply.http().text(), is(""));
    }

    @Test
    void hasBetweenOneAndFiftyMessages() {
        assertThat(batch().summary(), is("400 -32600"));
        assertThat(batch(Collections.nCopies(51, CALL).toArray(new String[0])).summary(), is("400 -32600"));
        Reply most = batch(Collections.nCopies(50, CALL).toArray(new String[0]));
        assertThat(most.status(), is(200));
        assertThat(most.reached(), is(50));
    }

    @Test
    void withAModernPartIsRefusedWhole() {
        String modern = McpRequest.call("2026-07-28", "get_answer", "").body();
        assertThat(batch(CALL, modern).summary(), is("400 -32600"));
        assertThat(batch(modern).summary(), is("400 -32600"));
    }

    @Test
    void withAKeyTwiceIsRefusedWhole() {
        assertThat(batch(CALL, PING.replace("'id':2", "'id':2,'id':3")).summary(), is("400 -32700"));
    }

    private Reply batch(String... parts) {
        return server.send(McpRequest.of("[" + String.join(",", parts) + "]"));
    }
}
