/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example.server;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An embedded Jetty with one web application at the root context, reachable from this machine only. */
final class ExampleServer implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    private ExampleServer(Path war, int port) {
        // The example's passwords are in its README, so nobody else on the network may reach it.
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .setSendServerVersion(false);
        server.addConnector(connector);
        WebAppContext context = new WebAppContext();
        context.setContextPath("/");
        context.setWar(war.toString());
        context.setThrowUnavailableOnStartupException(true);
        server.setHandler(context);
        server.setStopAtShutdown(true);
    }

    /** Takes the port before the application starts, so that a taken one is told at once; port 0 is any free one. */
    static ExampleServer start(Path war, int port) throws Exception {
        ExampleServer example = new ExampleServer(war, port);
        try {
            example.connector.open();
            example.server.start();
            return example;
        } catch (Exception e) {
            example.close();
            throw e;
        }
    }

    URI uri() {
        return URI.create("http://localhost:" + connector.getLocalPort());
    }

    void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        connector.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server didn't stop", e);
        }
    }
}
