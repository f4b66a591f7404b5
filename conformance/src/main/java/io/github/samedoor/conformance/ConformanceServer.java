/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.conformance;

import io.github.samedoor.mcp.McpServlet;
import io.github.samedoor.mcp.SamedoorInitializer;
import java.net.URL;
import java.util.Objects;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves the fixtures at {@code http://localhost:<port>/mcp} until it is killed. */
public final class ConformanceServer {
    private ConformanceServer() {}

    /**
     * Starts the server.
     *
     * @param arguments the port; 0 or none for a free one
     * @throws Exception if it doesn't start
     */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(application());
        server.start();
        System.out.println("http://localhost:" + connector.getLocalPort() + "/mcp");
        server.join();
    }

    private static ServletContextHandler application() {
        ServletContextHandler context = new ServletContextHandler();
        URL files = Objects.requireNonNull(ConformanceServer.class.getResource("/webapp/"));
        context.setBaseResource(ResourceFactory.of(context).newResource(files));
        ServletHolder endpoint = new ServletHolder("mcp", new McpServlet());
        endpoint.setClassName(McpServlet.class.getName());
        endpoint.setInitOrder(1);
        endpoint.setAsyncSupported(true);
        context.addServlet(endpoint, "/mcp/*");
        context.addServlet(new ServletHolder("answers", new AnswersServlet()), "/answers/*");
        context.addServlet(new ServletHolder("calls", new CallsServlet()), "/calls/*");
        context.addServlet(new ServletHolder("live", new LiveServlet()), "/live/*");
        context.addServletContainerInitializer(new SamedoorInitializer());
        return context;
    }
}
