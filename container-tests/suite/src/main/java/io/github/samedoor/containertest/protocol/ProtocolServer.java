/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.Library;
import io.github.samedoor.containertest.RawHttp;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.mcp.McpServlet;
import io.github.samedoor.route.Route;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;

/** An application with an endpoint at {@code /app/mcp}, which knows how often its routes were reached. */
final class ProtocolServer implements AutoCloseable {
    private static final String TOOLS = """
            {"tools": [
              {"method": "GET", "path": "/answer", "title": "Answer", "description": "Answers."},
              {"method": "GET", "path": "/ask", "title": "Ask", "description": "Asks whoever calls."},
              {"method": "GET", "path": "/answer/mirrored", "name": "mirrored", "title": "Mirrored",
               "description": "Takes arguments that are repeated in headers.",
               "parameters": {
                 "region": {"in": "query", "schema": {"type": "string", "x-mcp-header": "Region"}},
                 "count": {"in": "query", "schema": {"type": "integer", "x-mcp-header": "Count"}},
                 "dry": {"in": "query", "schema": {"type": "boolean", "x-mcp-header": "Dry"}}}}
            ]}""";
    private static final String FEATURES = """
            {"resources": [{"uri": "test://text", "name": "text", "description": "A text.",
               "mimeType": "text/plain", "path": "/answer/text"}],
             "prompts": [{"name": "greet", "description": "A prompt.",
               "messages": [{"role": "user", "content": {"type": "text", "text": "Hello"}}]}]}""";

    private final RunningContainer container;

    private ProtocolServer(RunningContainer container) {
        this.container = container;
    }

    static ProtocolServer start() {
        return new ProtocolServer(TestContainer.onClassPath()
                .start(WebApplication.at("/app")
                        .webXml("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                                + servlet(ProtocolServlets.Answering.class, "/answer/*")
                                + servlet(ProtocolServlets.Asking.class, "/ask")
                                + servlet(ProtocolServlets.Count.class, "/count")
                                + servlet(McpServlet.class, "/mcp/*")
                                + "</web-app>")
                        .file("WEB-INF/mcp-tools.json", TOOLS)
                        .file("WEB-INF/mcp-features.json", FEATURES)
                        .classes(ProtocolServlets.class)
                        .library(Library.holding(Route.class))
                        .library(Library.holding(McpServlet.class))
                        .library(Library.holding(ObjectMapper.class))
                        .library(Library.holding(JsonFactory.class))
                        .library(Library.holding(JsonInclude.class))
                        .library(Library.holding(Logger.class))
                        .library(Library.holding(SimpleLogger.class))));
    }

    /** Sends a message to the endpoint. */
    Reply send(McpRequest request) {
        return sendHttp("POST", request);
    }

    /** Sends a message to the endpoint by another method than POST. */
    Reply sendHttp(String method, McpRequest request) {
        int before = reached();
        HttpAnswer answer = RawHttp.send(
                container.baseUri(), request.bytes(method, container.baseUri().getAuthority()));
        return new Reply(answer, reached() - before);
    }

    Http http() {
        return new Http(container.baseUri());
    }

    @Override
    public void close() {
        container.close();
    }

    private int reached() {
        return Integer.parseInt(http().get("/count").text());
    }

    private static String servlet(Class<?> type, String pattern) {
        String name = type.getSimpleName();
        return "<servlet><servlet-name>" + name + "</servlet-name><servlet-class>" + type.getName()
                + "</servlet-class><load-on-startup>1</load-on-startup><async-supported>true</async-supported></servlet>"
                + "<servlet-mapping><servlet-name>" + name + "</servlet-name><url-pattern>" + pattern
                + "</url-pattern></servlet-mapping>";
    }
}
