/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.protocol;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.github.samedoor.containertest.HttpAnswer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the endpoint wants of a request before it reads the message, in every revision. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpRulesTest {
    private static final List<String> REVISIONS = List.of("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26");

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
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | true",
                "APPLICATION/JSON | true",
                "application/json; charset=utf-8 | true",
                "application/json;charset=\"UTF-8\" | true",
                "application/json; charset=utf-16 | false",
                "application/json; charset=iso-8859-1 | false",
                "application/jsonx | false",
                "application/json, text/plain | false",
                "application/vnd.api+json | false",
                "text/json | false",
                "text/plain | false",
                "application/x-www-form-urlencoded | false",
                "multipart/form-data; boundary=x | false"
            })
    void readsJsonAndNothingElse(String type, boolean accepted) {
        each(accepted, 415, call -> call.with("Content-Type: " + type));
    }

    @Test
    void readsNothingWithoutAContentType() {
        each(false, 415, call -> call.without("Content-Type"));
    }

    @ParameterizedTest
    @CsvSource({"identity,true", "gzip,false", "deflate,false", "br,false", "x,false", "'identity, gzip',false"})
    void readsUncompressedBodies(String coding, boolean accepted) {
        each(accepted, 415, call -> call.with("Content-Encoding: " + coding));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json, text/event-stream",
                "application/json",
                "*/*",
                "text/html",
                "text/event-stream;q=0"
            })
    void answersWhateverAClientAccepts(String accept) {
        each(true, 200, call -> call.with("Accept: " + accept));
        each(true, 200, call -> call.without("Accept"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example.com",
                "null",
                "https://%s",
                "http://%s.evil.example.com",
                "http://%s/",
                "http://localhost",
                "http://%s http://%s",
                "%s"
            })
    void keepsOtherOriginsOut(String origin) {
        String own = authority();
        each(false, 403, call -> call.with("Origin: " + origin.replace("%s", own)));
        each(false, 403, call -> call.with("Origin: http://" + own).and("Origin: " + origin.replace("%s", own)));
    }

    @Test
    void letsItsOwnOriginIn() {
        each(true, 200, call -> call.with("Origin: http://" + authority()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example.com", "127.0.0.1.evil.example.com", "localhost.evil.example.com", "10.0.0.1"})
    void keepsNamesOutThatAForeignDnsMade(String host) {
        each(false, 403, call -> call.with("Host: " + host));
        each(false, 403, call -> call.with("Host: " + host).with("Origin: http://" + host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST:3008", "[::1]"})
    void knowsTheNamesOfLoopback(String host) {
        each(true, 200, call -> call.with("Host: " + host));
    }

    @Test
    void answersInOneLineAndLetsNoPageReadIt() {
        for (String revision : REVISIONS) {
            HttpAnswer answer = server.send(
                            McpRequest.call(revision, "get_answer", "").with("Origin: http://" + authority()))
                    .http();
            assertThat(answer.text(), not(containsString("\n")));
            assertThat(answer.header("Content-Type").orElse("").toLowerCase(Locale.ROOT), is("application/json"));
            assertThat(answer.header("Cache-Control").orElse(""), containsString("no-store"));
            assertThat(answer.header("X-Content-Type-Options").orElse(""), is("nosniff"));
            assertThat(answer.headers().toString().toLowerCase(Locale.ROOT), not(containsString("access-control")));
        }
    }

    private void each(boolean accepted, int status, java.util.function.UnaryOperator<McpRequest> change) {
        for (String revision : REVISIONS) {
            Reply reply = server.send(change.apply(McpRequest.call(revision, "get_answer", "")));
            assertThat(reply.toString(), reply.status(), is(accepted ? 200 : status));
            assertThat(reply.toString(), reply.reached(), is(accepted ? 1 : 0));
        }
    }

    private String authority() {
        return server.http().base().getAuthority();
    }
}
