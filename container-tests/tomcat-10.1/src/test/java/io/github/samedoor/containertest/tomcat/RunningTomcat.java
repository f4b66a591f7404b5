/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.tomcat;

import io.github.samedoor.containertest.ContainerClasses;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.User;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.containertest.WorkDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;

final class RunningTomcat implements RunningContainer {
    /** Held because a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("org.apache");

    private final WorkDirectory work;
    private final WebApplication app;
    private final Tomcat tomcat = new Tomcat();
    private StandardContext context = new StandardContext();

    private RunningTomcat(WorkDirectory work, WebApplication app) {
        this.work = work;
        this.app = app;
    }

    static RunningContainer start(WebApplication app) {
        LOG.setLevel(Level.WARNING);
        RunningTomcat running = new RunningTomcat(new WorkDirectory(), app);
        try {
            running.startServer();
            running.deploy();
            return running;
        } catch (IOException | LifecycleException | RuntimeException e) {
            running.close();
            throw new IllegalStateException("Tomcat didn't start the application", e);
        }
    }

    @Override
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + app.contextPath());
    }

    @Override
    public WeakReference<ClassLoader> webAppClassLoader() {
        return new WeakReference<>(context.getLoader().getClassLoader());
    }

    @Override
    public void redeploy() {
        tomcat.getHost().removeChild(context);
        try {
            context.destroy();
            deploy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat didn't start the application again", e);
        }
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat didn't stop", e);
        } finally {
            work.close();
        }
    }

    private void startServer() throws IOException, LifecycleException {
        Path base = work.directory("base");
        try (InputStream defaults = RunningTomcat.class.getResourceAsStream("/conf-web.xml")) {
            Files.copy(defaults, work.directory("base/conf").resolve("web.xml"));
        }
        tomcat.setBaseDir(base.toString());
        tomcat.setSilent(true);
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        // All threads are there from the start, so that a leak test can compare.
        connector.setProperty("minSpareThreads", "8");
        connector.setProperty("maxThreads", "8");
        tomcat.setConnector(connector);
        for (User user : app.users()) {
            tomcat.addUser(user.name(), user.password());
            user.roles().forEach(role -> tomcat.addRole(user.name(), role));
        }
        ((StandardHost) tomcat.getHost()).setAutoDeploy(false);
        tomcat.getHost().getPipeline().addValve(quietErrorPages());
        tomcat.start();
    }

    /** As on a server that strangers reach: what no application answers tells neither version nor stack trace. */
    private static ErrorReportValve quietErrorPages() {
        ErrorReportValve valve = new ErrorReportValve();
        valve.setShowServerInfo(false);
        valve.setShowReport(false);
        return valve;
    }

    /** Puts a WAR where Tomcat unpacks it, as a server does: it would read each class through two archives elsewhere. */
    private Path inPlace(Path application) {
        if (Files.isDirectory(application)) {
            return application;
        }
        String name = app.contextPath().isEmpty()
                ? "ROOT"
                : app.contextPath().substring(1).replace('/', '#');
        try {
            return Files.copy(
                    application,
                    work.directory("base/webapps").resolve(name + ".war"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deploy() throws LifecycleException {
        context = new StandardContext();
        context.setPath(app.contextPath());
        context.setName(app.contextPath());
        // Named outright: left to search for it, the second Tomcat of a JVM was seen to start without a default
        // servlet.
        context.setDefaultWebXml(work.directory("base/conf").resolve("web.xml").toString());
        context.setDocBase(inPlace(app.materialize(work.directory("webapp"))).toString());
        context.setParentClassLoader(new ContainerClasses("org.apache."));
        context.addLifecycleListener(new ContextConfig());
        tomcat.getHost().addChild(context);
        if (!context.getState().isAvailable()) {
            throw new LifecycleException("The context is " + context.getStateName() + "; the log says why");
        }
    }
}
