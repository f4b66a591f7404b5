/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import io.github.samedoor.mcp.door.Door;
import io.github.samedoor.schema.SentMessages;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An endpoint at {@code /app/mcp} of a real Jetty on a free port of 127.0.0.1, with a client for it. */
final class TestEndpoint implements AutoCloseable {
    static final String NO_ARGUMENTS = "\"parameters\":{}";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ServletContextHandler context = new ServletContextHandler("/app");
    private final HttpClient client = HttpClient.newHttpClient();

    private TestEndpoint(Path directory, Door door, String toolsJson, Map<String, String> parameters, Setup setup)
            throws Exception {
        Files.createDirectories(directory.resolve("WEB-INF"));
        Files.writeString(directory.resolve("WEB-INF/mcp-tools.json"), toolsJson);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        context.setBaseResourceAsPath(directory);
        ServletHolder holder = new ServletHolder("mcp", new McpServlet((app, settings, catalog) -> door));
        parameters.forEach(holder::setInitParameter);
        holder.setInitOrder(1);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/mcp/*");
        context.addFilter(PrincipalFilter.class, "/mcp/*", EnumSet.of(DispatcherType.REQUEST))
                .setAsyncSupported(true);
        setup.prepare(context);
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            server.stop();
            throw e;
        }
    }

    /** Something to be done to the application before it starts. */
    interface Setup {
        void prepare(ServletContextHandler context);
    }

    static TestEndpoint start(Path directory, Door door, String toolsJson) throws Exception {
        return start(directory, door, toolsJson, Map.of());
    }

    static TestEndpoint start(Path directory, Door door, String toolsJson, Map<String, String> parameters)
            throws Exception {
        return start(directory, door, toolsJson, parameters, context -> {});
    }

    static TestEndpoint start(Path directory, Door door, String toolsJson, Map<String, String> parameters, Setup setup)
            throws Exception {
        return new TestEndpoint(directory, door, toolsJson, new HashMap<>(parameters), setup);
    }

    int port() {
        return connector.getLocalPort();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/app/mcp" + path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        return post(path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response = send(request);
        if (path.isEmpty() && !response.body().isEmpty()) {
            check(response, body);
        }
        return response;
    }

    /** Sends a request whose answer is read event by event. */
    EventReader events(HttpRequest.Builder request) {
        return EventReader.of(client, request.build());
    }

    /** Makes a POST of a message of one of the earlier revisions, in a session. */
    HttpRequest.Builder inSession(String version, String session, String json) {
        return request("")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", version)
                .header("Mcp-Session-Id", session)
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    /** Begins a session and returns its id. */
    String initialize(String version, String capabilities, String... headers) throws IOException, InterruptedException {
        HttpResponse<String> response = post(
                "",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"" + version
                        + "\",\"capabilities\":" + capabilities
                        + ",\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}",
                headers);
        return response.headers().firstValue("Mcp-Session-Id").orElseThrow();
    }

    private static void check(HttpResponse<String> response, byte[] asked) {
        SentMessages sent =
                SentMessages.answering(response.request().headers().firstValue("MCP-Protocol-Version"), asked);
        if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
            sent.checkEvents(response.body());
        } else {
            sent.checkJson(response.body());
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Calls a method as MCP 2026-07-28 wants it; {@code params} are the members beside {@code _meta}. */
    HttpResponse<String> modern(String method, String params, String... headers)
            throws IOException, InterruptedException {
        String[] all = new String[headers.length + 4];
        all[0] = "MCP-Protocol-Version";
        all[1] = "2026-07-28";
        all[2] = "Mcp-Method";
        all[3] = method;
        System.arraycopy(headers, 0, all, 4, headers.length);
        return post("", modernBody(method, params), all);
    }

    /** Calls a tool as MCP 2026-07-28 wants it. */
    HttpResponse<String> call(String tool, String arguments) throws IOException, InterruptedException {
        return modern("tools/call", "\"name\":\"" + tool + "\",\"arguments\":" + arguments + ",", "Mcp-Name", tool);
    }

    /** Calls a method as one of the earlier revisions wants it. */
    HttpResponse<String> legacy(String version, String method, String params) throws IOException, InterruptedException {
        return post(
                "",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}",
                "MCP-Protocol-Version",
                version);
    }

    static String modernBody(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":{" + params
                + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"test\",\"version\":\"1\"},"
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
    }

    /** Stops the application alone. */
    void undeploy() throws Exception {
        context.stop();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server doesn't stop", e);
        }
    }
}
