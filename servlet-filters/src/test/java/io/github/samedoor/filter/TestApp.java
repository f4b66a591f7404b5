/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A web application on a real Jetty at a free port of this machine, put together as its web.xml would.
 *
 * <p>Its identity file is the one of the example: alice (user), bob (admin), a service and their demo credentials.
 */
final class TestApp implements AutoCloseable {
    static final String ALICE = "Bearer user-token-123";
    static final String BOB = "Bearer admin-token-456";
    static final String SERVICE = "ApiKey api-key-789";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ServletContextHandler handler = new ServletContextHandler("/", ServletContextHandler.SESSIONS);

    /** What a servlet does. */
    interface Route {
        void serve(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    TestApp(Path webapp) {
        connector.setHost("127.0.0.1");
        letEveryPathThrough();
        server.addConnector(connector);
        handler.setBaseResourceAsPath(webapp);
        server.setHandler(handler);
    }

    /** Makes an application with an identity file. */
    static TestApp withIdentity(Path webapp, String json) throws IOException {
        Path file = webapp.resolve("WEB-INF/identity.json");
        Files.createDirectories(webapp.resolve("WEB-INF"));
        Files.writeString(file, json);
        return new TestApp(webapp)
                .contextParam("samedoor.identity", "/WEB-INF/identity.json")
                .contextParam("samedoor.demo", "true");
    }

    /** Makes an application with the example's identity file. */
    static TestApp withDemoIdentity(Path webapp) throws IOException {
        return withIdentity(webapp, demoIdentity());
    }

    static String demoIdentity() throws IOException {
        try (var in = TestApp.class.getResourceAsStream("/identity.json")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Lets each request say where it comes from, as if it were another machine's. */
    TestApp peersByForwarded() {
        ForwardedRequestCustomizer customizer = new ForwardedRequestCustomizer();
        customizer.setForwardedOnly(true);
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .addCustomizer(customizer);
        return this;
    }

    TestApp contextParam(String name, String value) {
        handler.setInitParameter(name, value);
        return this;
    }

    TestApp filter(Class<? extends Filter> type, String path, Map<String, String> params, DispatcherType... types) {
        FilterHolder holder = new FilterHolder(type);
        holder.setInitParameters(params);
        return filter(holder, path, types);
    }

    TestApp filter(Filter filter, String path, DispatcherType... types) {
        return filter(new FilterHolder(filter), path, types);
    }

    TestApp route(String path, Route route) {
        ServletHolder holder = new ServletHolder(new HttpServlet() {
            private static final long serialVersionUID = 1;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                try {
                    route.serve(request, response);
                } catch (IOException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        holder.setAsyncSupported(true);
        handler.addServlet(holder, path);
        return this;
    }

    TestApp start() throws Exception {
        server.start();
        return this;
    }

    Http http() {
        return new Http(connector.getLocalPort());
    }

    ServletContext context() {
        return handler.getServletContext();
    }

    ServletContextHandler handler() {
        return handler;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty didn't stop", e);
        }
    }

    /** Jetty would refuse ambiguous paths itself; other containers don't, and the filters must. */
    private void letEveryPathThrough() {
        HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
        http.getHttpConfiguration().setUriCompliance(UriCompliance.UNSAFE);
        handler.getServletHandler().setDecodeAmbiguousURIs(true);
    }

    private TestApp filter(FilterHolder holder, String path, DispatcherType... types) {
        holder.setAsyncSupported(true);
        EnumSet<DispatcherType> dispatches =
                types.length == 0 ? EnumSet.of(DispatcherType.REQUEST) : EnumSet.copyOf(java.util.List.of(types));
        handler.addFilter(holder, path, dispatches);
        return this;
    }
}
