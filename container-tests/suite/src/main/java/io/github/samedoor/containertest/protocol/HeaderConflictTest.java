/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.protocol;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MCP 2026-07-28, transports, Server Validation: headers say what the body says, or no route is reached. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeaderConflictTest {
    private static final String ACCEPTED = "200 0 reached";
    private static final String CONFLICT = "400 -32020";

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
    @ValueSource(strings = {"MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"})
    void refusesAMissingAndARepeatedHeader(String name) {
        McpRequest good = McpRequest.call("2026-07-28", "get_answer", "");
        String value = switch (name) {
            case "Mcp-Method" -> "tools/call";
            case "Mcp-Name" -> "get_answer";
            default -> "2026-07-28";
        };
        assertThat(server.send(good.without(name)).summary(), is(CONFLICT));
        assertThat(server.send(good.with(name + ":")).summary(), is(CONFLICT));
        assertThat(server.send(good.and(name + ": " + value)).summary(), is(CONFLICT));
        assertThat(server.send(good.with(name + ": " + value + ", " + value)).summary(), is(CONFLICT));
        assertThat(
                server.send(good.without(name).and(name.toLowerCase(java.util.Locale.ROOT) + ":\t " + value + " \t"))
                        .summary(),
                is(ACCEPTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MCP-Protocol-Version: 2025-11-25",
                "MCP-Protocol-Version: 2026-07-29",
                "MCP-Protocol-Version: =?base64?MjAyNi0wNy0yOA==?=",
                "Mcp-Method: tools/list",
                "Mcp-Method: TOOLS/CALL",
                "Mcp-Method: =?base64?dG9vbHMvY2FsbA==?=",
                "Mcp-Name: mirrored",
                "Mcp-Name: GET_ANSWER",
                "Mcp-Name: get_answe\u00e9"
            })
    void refusesAHeaderThatSaysSomethingElse(String line) {
        McpRequest good = McpRequest.call("2026-07-28", "get_answer", "");
        assertThat(server.send(good.with(line)).summary(), is(CONFLICT));
    }

    @ParameterizedTest
    @CsvSource({
        "=?base64?Z2V0X2Fuc3dlcg==?=, true",
        "=?base64?Z2V0X2Fuc3dlcg=?=, false",
        "=?base64?Z2V0X2Fuc3dlcg?=, false",
        "=?base64?Z2V0X2Fuc3dlch==?=, false",
        "=?base64?Z2V0 X2Fuc3dlcg==?=, false",
        "=?base64?Z2V0!2Fuc3dlcg==?=, false",
        "=?base64?Z2V0X2Fuc3dlcv8=?=, false",
        "=?base64?Z2V0X2Fuc3dlcg======?=, false",
        "=?base64??=, false",
        "Z2V0X2Fuc3dlcg==, false",
        "=?base64?Z2V0X2Fuc3dlcg==, false",
        "Z2V0X2Fuc3dlcg==?=, false",
        "=?BASE64?Z2V0X2Fuc3dlcg==?=, false",
        "=?utf-8?B?Z2V0X2Fuc3dlcg==?=, false",
        "=?base64?PT9iYXNlNjQ/WjJWMFgyRnVjM2RsY2c9PT89?=, false"
    })
    void decodesTheOneEncodingOfAName(String value, boolean agrees) {
        McpRequest call = McpRequest.call("2026-07-28", "get_answer", "").with("Mcp-Name: " + value);
        assertThat(server.send(call).summary(), is(agrees ? ACCEPTED : CONFLICT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'region':'eu' | Region: eu | true",
                "'region':'eu' | Region: =?base64?ZXU=?= | true",
                "'region':'eu' | Region: =?base64?ZXU?= | false",
                "'region':'eu' | Region: =?base64?ZXV=?= | false",
                "'region':'eu' | Region: ZXU= | false",
                "'region':'eu' | Region: us | false",
                "'region':'eu' | Region: EU | false",
                "'region':'eu' | Other: eu | false",
                "'region':' eu' | Region: eu | false",
                "'region':' eu' | Region: =?base64?IGV1?= | true",
                "'region':'é' | Region: =?base64?w6k=?= | true",
                "'region':'é' | Region: é | false",
                "'region':null | Region: eu | false",
                "'dry':true | Region: eu | false",
                "'count':42 | Count: 42 | true",
                "'count':42 | Count: 42.0 | true",
                "'count':42 | Count: 43 | false",
                "'count':42 | Count: 0x2a | false",
                "'count':42 | Count: 42 42 | false",
                "'dry':true | Dry: true | true",
                "'dry':true | Dry: True | false",
                "'dry':true | Dry: 1 | false"
            })
    void holdsMirroredArgumentsAgainstTheirHeaders(String arguments, String header, boolean agrees) {
        McpRequest call = McpRequest.call("2026-07-28", "mirrored", arguments).and("Mcp-Param-" + header);
        assertThat(server.send(call).summary(), is(agrees ? ACCEPTED : CONFLICT));
        assertThat(server.send(call.and("Mcp-Param-" + header)).summary(), is(CONFLICT));
    }

    @ParameterizedTest
    @CsvSource({
        "resources/read, 'uri':'test://text', test://text, test://other",
        "prompts/get, 'name':'greet', greet, get_answer"
    })
    void holdsOtherNamesAgainstTheirHeader(String method, String params, String name, String other) {
        McpRequest request = McpRequest.request("2026-07-28", method, params);
        assertThat(server.send(request).summary(), is(CONFLICT));
        assertThat(server.send(request.with("Mcp-Name: " + other)).summary(), is(CONFLICT));
        assertThat(server.send(request.with("Mcp-Name: " + name)).status(), is(200));
        assertThat(server.send(request.with("Mcp-Name: " + name)).code(), is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18", "2025-03-26"})
    void earlierRevisionsDoNotKnowTheseHeaders(String revision) {
        McpRequest call = McpRequest.call(revision, "get_answer", "")
                .with("Mcp-Method: tools/list")
                .with("Mcp-Name: =?base64?x?=")
                .with("Mcp-Param-Region: us");
        assertThat(server.send(call).summary(), is(ACCEPTED));
    }
}
