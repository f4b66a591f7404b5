/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken off the wire and what isn't, byte by byte. */
class WireTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    @TempDir
    Path directory;

    private final MemoryDoor door = new MemoryDoor();
    private TestEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        door.answers("GET_/user/profile", 200, "{}");
        endpoint = TestEndpoint.start(
                directory,
                door,
                Tools.FILE,
                Map.of(
                        "max-body-bytes",
                        "2048",
                        "allowed-origins",
                        "https://good.example",
                        "allowed-hosts",
                        "x.example"));
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                PING + "x",
                PING + PING,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":NaN}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":01}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":\"\\ud800\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"\\udc00\":1}}",
                "{'jsonrpc':'2.0'}",
                "\uFEFF" + PING
            })
    void whatIsNotJsonIsAParseErrorWithoutAnId(String body) throws Exception {
        HttpResponse<String> response = endpoint.post("", body);

        assertThat(response.statusCode(), is(400));
        assertThat(response.body(), startsWith("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "null",
                "{\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.0,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1e2,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":null}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{}}"
            })
    void whatIsNoMessageIsRefused(String body) throws Exception {
        HttpResponse<String> response = endpoint.post("", body);

        assertThat(response.statusCode(), is(400));
        assertThat(response.body(), containsString("\"code\":-32600"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a\\u00e9\"", "0", "-7", "123456789012345678901234567890"})
    void idIsEchoedAsItCame(String id) throws Exception {
        String body =
                endpoint.post("", PING.replace("\"id\":1", "\"id\":" + id)).body();

        assertThat(body, containsString("\"id\":" + id.replace("\\u00e9", "é") + ","));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws Exception {
        byte[] overlong = PING.replace("ping", "p\u00C0\u00AFg").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(endpoint.post("", overlong).statusCode(), is(400));
        assertThat(endpoint.post("", PING.getBytes(StandardCharsets.UTF_16LE)).statusCode(), is(400));
        assertThat(endpoint.post("", PING.getBytes(StandardCharsets.UTF_16)).statusCode(), is(400));
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,415",
        "application/x-www-form-urlencoded,415",
        "application/json;charset=UTF-8,200",
        "Application/JSON ; charset=\"utf-8\",200",
        "application/json;charset=UTF-16,415",
        "application/json-patch+json,415",
        "'application/json, text/plain',415",
        ",415"
    })
    void contentTypeIsJson(String type, int status) throws Exception {
        HttpRequest.Builder request = endpoint.request("").POST(HttpRequest.BodyPublishers.ofString(PING));
        if (type != null) {
            request.header("Content-Type", type);
        }

        assertThat(endpoint.send(request).statusCode(), is(status));
    }

    @Test
    void contentCodingIsRefused() throws Exception {
        assertThat(endpoint.post("", PING, "Content-Encoding", "gzip").statusCode(), is(415));
        assertThat(endpoint.post("/invoke", "{}", "Content-Encoding", "gzip").statusCode(), is(415));
    }

    @Test
    void bodyBeyondTheLimitIsRefusedByItsDeclaredLength() throws Exception {
        assertThat(endpoint.post("", PING + " ".repeat(2048 - PING.length())).statusCode(), is(200));
        assertThat(endpoint.post("", PING + " ".repeat(2049 - PING.length())).statusCode(), is(413));
    }

    @Test
    void bodyBeyondTheLimitIsRefusedWhileReading() throws Exception {
        byte[] body = (PING + " ".repeat(5000)).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = endpoint.request("")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)));

        assertThat(endpoint.send(request).statusCode(), is(413));
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example,403",
        "null,403",
        "https://good.example,200",
        "https://GOOD.example,200",
        "https://good.example.evil.example,403",
        "https://good.example:444,403",
        "http://good.example,403",
        "http://localhost,403",
        "javascript://localhost/%0a,403"
    })
    void foreignOriginIsForbiddenEverywhere(String origin, int status) throws Exception {
        assertThat(endpoint.post("", PING, "Origin", origin).statusCode(), is(status));
        HttpResponse<String> invoked =
                endpoint.post("/invoke", "{\"toolName\":\"GET_/user/profile\"}", "Origin", origin);
        assertThat(invoked.statusCode(), is(status));
        assertThat(invoked.headers().allValues("Access-Control-Allow-Origin"), is(empty()));
    }

    @Test
    void ownOriginIsLetIn() throws Exception {
        HttpResponse<String> response = endpoint.post("", PING, "Origin", "http://127.0.0.1:" + endpoint.port());

        assertThat(response.statusCode(), is(200));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,200",
        "127.0.0.1:3008,200",
        "[::1]:80,200",
        "x.example,200",
        "x.example:8080,200",
        "evil.example,403",
        "127.0.0.1.evil.example,403",
        "localhost.evil.example,403"
    })
    void hostThatIsNotOursIsForbidden(String host, int status) throws Exception {
        assertThat(
                raw("POST /app/mcp HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + PING.length()
                        + "\r\n\r\n" + PING),
                startsWith("HTTP/1.1 " + status));
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
