/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The same tool as people write it with the official Java SDK, in its stateless server. */
final class SdkEndpoints {
    /** Answers from memory. */
    static final String MEMORY = "/sdk/memory";
    /** Answers from memory, on the container's own thread. */
    static final String IMMEDIATE = "/sdk/immediate";
    /** Asks the route over HTTP. */
    static final String HTTP = "/sdk/http";

    private SdkEndpoints() {}

    static Map<String, Servlet> at(int port) {
        HttpClient client = HttpClient.newHttpClient();
        return Map.of(
                MEMORY, endpoint(MEMORY, OrdersServlet::order, false),
                IMMEDIATE, endpoint(IMMEDIATE, OrdersServlet::order, true),
                HTTP, endpoint(HTTP, id -> ask(client, port, id), false));
    }

    private static Servlet endpoint(String path, UnaryOperator<String> route, boolean immediate) {
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .messageEndpoint(path)
                .build();
        McpSchema.Tool tool = McpSchema.Tool.builder(
                        Application.TOOL,
                        Map.of("type", "object", "properties", Map.of("id", Map.of("type", "integer"))))
                .description("Reads one order")
                .build();
        McpServer.sync(transport)
                .serverInfo("benchmark", "1")
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .immediateExecution(immediate)
                .toolCall(
                        tool,
                        (context, call) -> McpSchema.CallToolResult.builder()
                                .addTextContent(route.apply(
                                        String.valueOf(call.arguments().get("id"))))
                                .build())
                .build();
        return transport;
    }

    private static String ask(HttpClient client, int port, String id) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/orders/" + id))
                .header("Authorization", KeyFilter.AUTHORIZATION)
                .build();
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the route", e);
        }
    }
}
