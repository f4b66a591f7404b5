/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.jetty;

import io.github.samedoor.containertest.ContainerClasses;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.User;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.containertest.WorkDirectory;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee.webapp.WebAppClassLoader;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.security.Credential;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

final class RunningJetty implements RunningContainer {
    /** All threads are there from the start, so that a leak test can compare. */
    private static final int THREADS = 16;

    private final WorkDirectory work = new WorkDirectory();
    private final WebApplication app;
    private final QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS);
    private final Server server = new Server(threads);
    private final ServerConnector connector = new ServerConnector(server, 1, 1);
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();
    private WebAppContext context = new WebAppContext();
    private URLClassLoader loader = new URLClassLoader(new URL[0]);

    private RunningJetty(WebApplication app) {
        this.app = app;
        connector.setHost("127.0.0.1");
        // As on a server that strangers reach: nobody is told which version it is.
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .setSendServerVersion(false);
        server.addConnector(connector);
        server.setHandler(contexts);
    }

    static RunningContainer start(WebApplication app) {
        RunningJetty running = new RunningJetty(app);
        try {
            running.server.start();
            running.deploy();
            return running;
        } catch (Exception e) {
            running.close();
            throw new IllegalStateException("Jetty didn't start the application", e);
        }
    }

    @Override
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + app.contextPath());
    }

    @Override
    public WeakReference<ClassLoader> webAppClassLoader() {
        return new WeakReference<>(loader);
    }

    @Override
    public void redeploy() {
        try {
            undeploy();
            deploy();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty didn't start the application again", e);
        }
    }

    @Override
    public void close() {
        try {
            undeploy();
            server.stop();
            server.destroy();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty didn't stop", e);
        } finally {
            work.close();
        }
    }

    private void deploy() throws Exception {
        context = new WebAppContext();
        context.setContextPath(app.contextPath().isEmpty() ? "/" : app.contextPath());
        context.setWar(app.materialize(work.directory("webapp")).toString());
        context.setTempDirectory(work.directory("temp").toFile());
        loader = new WebAppClassLoader(new ContainerClasses("org.eclipse.jetty.", "jndi.properties"), context);
        context.setClassLoader(loader);
        context.setThrowUnavailableOnStartupException(true);
        context.getSecurityHandler().setLoginService(logins());
        contexts.addHandler(context);
        context.start();
    }

    private void undeploy() throws Exception {
        awaitIdleThreads();
        context.stop();
        contexts.removeHandler(context);
        loader.close();
        context.destroy();
    }

    /**
     * Waits for work that goes on after a client has its answer. Jetty would start the timer of a session's inactivity
     * after the application was stopped, and hold the application until it rings.
     */
    private void awaitIdleThreads() {
        Instant deadline = Instant.now().plusSeconds(10);
        while (threads.isRunning()
                && threads.getUtilizedThreads() > 0
                && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private HashLoginService logins() {
        UserStore store = new UserStore();
        for (User user : app.users()) {
            store.addUser(
                    user.name(),
                    Credential.getCredential(user.password()),
                    user.roles().toArray(String[]::new));
        }
        HashLoginService logins = new HashLoginService("test");
        logins.setUserStore(store);
        return logins;
    }
}
