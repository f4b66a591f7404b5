/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An application of one guarded route, {@code GET /orders/{id}}, with an MCP endpoint written by hand and a door to break. */
final class SmallApplication implements AutoCloseable {
    static final String CREDENTIAL = "Bearer good";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final Door door;
    private final AtomicInteger calls = new AtomicInteger();

    /** How the door of the tool is. */
    enum Door {
        HONEST,
        WITHOUT_THE_GUARD,
        WITH_ANOTHERS_CREDENTIAL,
        WITH_ANOTHER_BODY,
        WITHOUT_THE_CHALLENGE
    }

    private record Reply(int status, String body) {}

    SmallApplication(Door door) throws IOException {
        this.door = door;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/orders/", exchange -> {
            String id = exchange.getRequestURI().getPath().substring("/orders/".length());
            send(exchange, route(authorization(exchange), id));
        });
        server.createContext("/mcp/tools", exchange -> send(exchange, new Reply(200, """
                {"tools":[{"name":"GET_/orders/{id}","mcpName":"get_orders_by_id","method":"GET","path":"/orders/{id}",
                 "places":{"id":"path"},
                 "inputSchema":{"type":"object","required":["id"],"properties":{"id":{"type":"integer"}}}}]}""")));
        server.createContext("/mcp", exchange -> send(exchange, called(exchange)));
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Reply route(String authorization, String id) {
        return authorization.equals(CREDENTIAL)
                ? new Reply(200, "{\"id\":" + id + ",\"total\":12.50,\"answer\":" + calls.incrementAndGet() + "}")
                : new Reply(401, "{\"error\":\"Who are you?\"}");
    }

    private Reply throughTheDoor(HttpExchange exchange, String id) {
        return switch (door) {
            case HONEST, WITHOUT_THE_CHALLENGE -> route(authorization(exchange), id);
            case WITHOUT_THE_GUARD, WITH_ANOTHERS_CREDENTIAL -> route(CREDENTIAL, id);
            case WITH_ANOTHER_BODY -> route(authorization(exchange), "1" + id);
        };
    }

    private Reply called(HttpExchange exchange) throws IOException {
        JsonNode asked = MAPPER.readTree(exchange.getRequestBody());
        boolean invoke = exchange.getRequestURI().getPath().endsWith("/invoke");
        JsonNode arguments = invoke ? asked.path("args") : asked.path("params").path("arguments");
        Reply reply = throughTheDoor(exchange, arguments.path("id").asText());
        if (invoke) {
            String ok = "{\"ok\":" + (reply.status() < 300) + ",\"status\":" + reply.status();
            return new Reply(reply.status(), ok + ",\"result\":" + reply.body() + "}");
        }
        return reply.status() == 401
                ? new Reply(401, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":401,\"message\":\"Who are you?\"}}")
                : new Reply(200, result(reply.body()));
    }

    private static String result(String text) {
        var message = MAPPER.createObjectNode().put("jsonrpc", "2.0").put("id", 1);
        message.putObject("result")
                .putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", text);
        return message.toString();
    }

    private static String authorization(HttpExchange exchange) {
        String value = exchange.getRequestHeaders().getFirst("Authorization");
        return value == null ? "" : value;
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        boolean tool = exchange.getRequestURI().getPath().startsWith("/mcp");
        if (reply.status() == 401 && !(tool && door == Door.WITHOUT_THE_CHALLENGE)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Bearer realm=\"orders\"");
        }
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
