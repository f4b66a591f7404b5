/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import io.github.samedoor.benchmark.Container.Serving;
import io.github.samedoor.mcp.SamedoorInitializer;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** The application on an embedded Jetty. */
final class JettyServer implements Serving {
    private final Server server;
    private final ServerConnector connector;

    private JettyServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    static Serving start(Application application, Path files) throws Exception {
        application.writeTo(files);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.setBaseResource(ResourceFactory.of(context).newResource(files));
        context.addServletContainerInitializer((classes, started) -> application.register(started));
        context.addServletContainerInitializer(new SamedoorInitializer());
        server.setHandler(context);
        server.start();
        return new JettyServer(server, connector);
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void stop() throws Exception {
        server.stop();
    }
}
