/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Bytes that are no message are refused by every revision, and reach no route. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedMessageTest {
    private static final List<String> REVISIONS = List.of("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26");

    /** What is done to a good call, and what comes of it: status, error code, whether its route was reached. */
    private record Case(String name, String expected, Function<String, byte[]> spoil) {
        static Case text(String name, String expected, Function<String, String> spoil) {
            return new Case(name, expected, json -> McpRequest.utf8(spoil.apply(json)));
        }

        static Case replacing(String expected, String part, String other) {
            return text(part + " becomes " + other, expected, json -> json.replace(part.replace('\'', '"'), other));
        }
    }

    private static final List<Case> CASES = List.of(
            Case.text("nothing is changed", "200 0 reached", json -> json),
            Case.text("white space around", "200 0 reached", json -> " \r\n\t" + json + " \r\n\t"),
            Case.text("empty", "400 -32700", json -> ""),
            Case.text("white space alone", "400 -32700", json -> " \n"),
            Case.text("cut short", "400 -32700", json -> json.substring(0, json.length() - 1)),
            Case.text("a brace too many", "400 -32700", json -> json + "}"),
            Case.text("text behind", "400 -32700", json -> json + " x"),
            Case.text("a second message behind", "400 -32700", json -> json + json),
            Case.text("a NUL behind", "400 -32700", json -> json + "\0"),
            Case.text("a comment", "400 -32700", json -> "/**/" + json),
            new Case(
                    "apostrophes for quotes",
                    "400 -32700",
                    json -> json.replace('"', '\'').getBytes(ISO_8859_1)),
            Case.text("a byte order mark", "400 -32700", json -> "\uFEFF" + json),
            new Case("UTF-16, little end first", "400 -32700", json -> json.getBytes(UTF_16LE)),
            new Case("UTF-16, big end first", "400 -32700", json -> json.getBytes(UTF_16BE)),
            new Case(
                    "a byte that UTF-8 has not",
                    "400 -32700",
                    json -> json.replace("2.0", "2.0\u00ff").getBytes(ISO_8859_1)),
            new Case(
                    "an overlong slash",
                    "400 -32700",
                    json -> json.replace("tools/call", "tools\u00c0\u00afcall").getBytes(ISO_8859_1)),
            Case.replacing("400 -32700", "'id':1", "'id':1,'id':1"),
            Case.replacing("400 -32700", "'id':1", "'id':1,'method':'tools/call'"),
            Case.replacing("400 -32700", "'id':1", "'id':1,'\\u006dethod':'ping'"),
            Case.replacing("400 -32700", "'name':'get_answer'", "'name':'get_answer','name':'get_answer'"),
            Case.replacing("400 -32700", "'arguments':{}", "'arguments':{'a':1,'a':1}"),
            Case.replacing("400 -32700", "'id':1", "'id':'\\ud800'"),
            Case.replacing("400 -32700", "'id':1", "'id':'a\nb'"),
            Case.replacing("400 -32700", "'id':1", "'id':NaN"),
            Case.replacing("400 -32700", "'id':1", "'id':01"),
            Case.replacing("400 -32700", "'id':1", "'id':+1"),
            Case.replacing("400 -32700", "'id':1", "'id':" + "1".repeat(101)),
            Case.replacing("400 -32700", "'id':1", "'id':1,'x':" + "[".repeat(64) + "]".repeat(64)),
            Case.replacing("400 -32600", "'id':1", "'id':null"),
            Case.replacing("400 -32600", "'id':1", "'id':1.5"),
            Case.replacing("400 -32600", "'id':1", "'id':1.0"),
            Case.replacing("400 -32600", "'id':1", "'id':1e0"),
            Case.replacing("400 -32600", "'id':1", "'id':true"),
            Case.replacing("400 -32600", "'id':1", "'id':[1]"),
            Case.replacing("400 -32600", "'id':1", "'id':{}"),
            Case.replacing("400 -32600", "'jsonrpc':'2.0',", ""),
            Case.replacing("400 -32600", "'jsonrpc':'2.0'", "'jsonrpc':2.0"),
            Case.replacing("400 -32600", "'jsonrpc':'2.0'", "'jsonrpc':'1.0'"),
            Case.replacing("400 -32600", "'jsonrpc'", "'JSONRPC'"),
            Case.replacing("400 -32600", "'method':'tools/call'", "'method':7"),
            Case.replacing("400 -32600", "'method':'tools/call'", "'method':null"),
            Case.replacing("400 -32600", "'method'", "'Method'"),
            Case.text("params are a list", "400 -32600", json -> json.replaceAll("\"params\":.*}}", "\"params\":[]}")),
            Case.text("params are null", "400 -32600", json -> json.replaceAll("\"params\":.*}}", "\"params\":null}")),
            Case.text("a string", "400 -32600", json -> "'tools/call'"),
            Case.text("a number", "400 -32600", json -> "1"),
            Case.text("null", "400 -32600", json -> "null"));

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

    @TestFactory
    Stream<DynamicTest> isRefusedInEveryRevision() {
        return REVISIONS.stream()
                .flatMap(revision -> CASES.stream()
                        .map(each -> DynamicTest.dynamicTest(
                                revision + ": " + each.name(), () -> assertRefused(revision, each))));
    }

    @TestFactory
    Stream<DynamicTest> echoesAnIdAsItCame() {
        List<String> ids = List.of(
                "0", "-1", "9007199254740993", "9223372036854775808", "1".repeat(100), "''", "'1'", "'\\u00e9 /'");
        return REVISIONS.stream()
                .flatMap(revision -> ids.stream()
                        .map(id -> DynamicTest.dynamicTest(revision + ": " + id, () -> echoes(revision, id))));
    }

    private void assertRefused(String revision, Case each) {
        McpRequest good = McpRequest.call(revision, "get_answer", "");
        Reply reply = server.send(good.body(each.spoil().apply(good.body())));
        assertThat(reply.toString(), reply.summary(), is(each.expected()));
    }

    private void echoes(String revision, String id) {
        McpRequest good = McpRequest.call(revision, "get_answer", "");
        Reply reply = server.send(good.body(McpRequest.utf8(good.body().replace("\"id\":1", "'id':" + id))));
        String echoed = reply.json().path("id").toString();
        assertThat(reply.toString(), echoed, is(id.replace("\\u00e9", "é").replace('\'', '"')));
        assertThat(reply.summary(), is("200 0 reached"));
    }
}
