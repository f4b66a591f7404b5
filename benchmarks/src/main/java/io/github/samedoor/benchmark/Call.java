/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * One request that is sent again and again.
 *
 * @param method the HTTP method
 * @param path the path
 * @param body the JSON body, empty for none
 * @param headers the header lines, name and value in turn
 * @param mark a text that a right answer holds
 */
record Call(String method, String path, String body, List<String> headers, String mark) {
    private static final String ORDER = "\"customer";
    private static final String QUOTED_ORDER = "\\\"customer";

    /** The direct call of the route. */
    static Call direct() {
        return new Call("GET", "/api/orders/7", "", headers("Accept", "application/json"), ORDER);
    }

    /** The tool call, as a client of 2025-11-25 sends it. */
    static Call tool() {
        return tool("/mcp");
    }

    /** A tool call to another endpoint. */
    static Call tool(String path) {
        return rpc(path, "\"method\":\"tools/call\",\"params\":{" + nameAndArguments() + "}", QUOTED_ORDER);
    }

    /** The tool call, as a client of 2026-07-28 sends it. */
    static Call modernTool() {
        String meta = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"benchmark\",\"version\":\"1\"},"
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{" + nameAndArguments() + ","
                + meta + "}}";
        List<String> headers = new ArrayList<>(json("2026-07-28"));
        headers.addAll(List.of("Mcp-Method", "tools/call", "Mcp-Name", Application.TOOL));
        return new Call("POST", "/mcp", body, List.copyOf(headers), QUOTED_ORDER);
    }

    /** The plain JSON call. */
    static Call invoke() {
        return new Call(
                "POST",
                "/mcp/invoke",
                "{\"toolName\":\"GET_/api/orders/{id}\",\"args\":{\"id\":7}}",
                json("2025-11-25"),
                ORDER);
    }

    /** The first page of the list of tools. */
    static Call list() {
        return rpc("/mcp", "\"method\":\"tools/list\"", "inputSchema");
    }

    private static String nameAndArguments() {
        return "\"name\":\"" + Application.TOOL + "\",\"arguments\":{\"id\":7}";
    }

    private static Call rpc(String path, String members, String mark) {
        return new Call("POST", path, "{\"jsonrpc\":\"2.0\",\"id\":1," + members + "}", json("2025-11-25"), mark);
    }

    private static List<String> json(String revision) {
        return headers(
                "Content-Type",
                "application/json",
                "Accept",
                "application/json, text/event-stream",
                "MCP-Protocol-Version",
                revision);
    }

    private static List<String> headers(String... more) {
        List<String> headers = new ArrayList<>(List.of("Authorization", KeyFilter.AUTHORIZATION));
        headers.addAll(List.of(more));
        return List.copyOf(headers);
    }
}
