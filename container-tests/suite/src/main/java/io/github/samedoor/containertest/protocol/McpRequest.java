/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The header lines and the body of a message, to be spoilt by tests.
 *
 * <p>JSON is written with single quotes here. Immutable.
 */
final class McpRequest {
    static final String MODERN = "2026-07-28";
    static final String META = "'_meta':{'io.modelcontextprotocol/protocolVersion':'" + MODERN
            + "','io.modelcontextprotocol/clientCapabilities':{}}";

    private final List<String> headers;
    private final byte[] body;

    private McpRequest(List<String> headers, byte[] body) {
        this.headers = List.copyOf(headers);
        this.body = body.clone();
    }

    /** Makes a body with no more headers than JSON over HTTP needs. */
    static McpRequest of(String body) {
        return new McpRequest(
                List.of("Content-Type: application/json", "Accept: application/json, text/event-stream"), utf8(body));
    }

    /** Makes a message with the header that names the revision, and for the modern one the method. */
    static McpRequest in(String revision, String method, String body) {
        McpRequest request = of(body).with("MCP-Protocol-Version: " + revision);
        return revision.equals(MODERN) ? request.with("Mcp-Method: " + method) : request;
    }

    /** Makes a request as a revision wants it, with the id 1. */
    static McpRequest request(String revision, String method, String params) {
        boolean modern = revision.equals(MODERN);
        String meta = modern ? (params.isEmpty() ? "" : ",") + META : "";
        return in(
                revision,
                method,
                "{'jsonrpc':'2.0','id':1,'method':'" + method + "','params':{" + params + meta + "}}");
    }

    /** Makes a good call of a tool. */
    static McpRequest call(String revision, String tool, String arguments) {
        McpRequest call = request(revision, "tools/call", "'name':'" + tool + "','arguments':{" + arguments + "}");
        return revision.equals(MODERN) ? call.with("Mcp-Name: " + tool) : call;
    }

    /** Adds a header line, in place of all others of its name. */
    McpRequest with(String line) {
        return without(line.substring(0, line.indexOf(':'))).and(line);
    }

    /** Adds a header line beside others of its name. */
    McpRequest and(String line) {
        return new McpRequest(Stream.concat(headers.stream(), Stream.of(line)).toList(), body);
    }

    McpRequest without(String name) {
        List<String> fewer = new ArrayList<>(headers);
        fewer.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ':'));
        return new McpRequest(fewer, body);
    }

    McpRequest body(byte[] other) {
        return new McpRequest(headers, other);
    }

    /** Returns the body as text. */
    String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    byte[] bytes(String method, String authority) {
        StringBuilder head = new StringBuilder(method + " /app/mcp HTTP/1.1\r\nConnection: close\r\n");
        if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
            head.append("Host: ").append(authority).append("\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    static byte[] utf8(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
