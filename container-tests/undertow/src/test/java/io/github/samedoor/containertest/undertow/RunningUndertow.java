/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.undertow;

import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.containertest.WorkDirectory;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainer;
import io.undertow.servlet.api.ServletStackTraces;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.jandex.Index;

final class RunningUndertow implements RunningContainer {
    private static final int THREADS = 8;

    private final WorkDirectory work = new WorkDirectory();
    private final WebApplication app;
    /** All threads are there from the start, so that a leak test can compare. */
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

    private final PathHandler paths = Handlers.path();
    private final Undertow server = Undertow.builder()
            .addHttpListener(0, "127.0.0.1", paths)
            .setIoThreads(1)
            .setWorkerThreads(1)
            .build();
    private ServletContainer container = Servlets.newContainer();
    private Optional<DeploymentManager> deployed = Optional.empty();
    private URLClassLoader loader = new URLClassLoader(new URL[0]);
    private int deployments;

    private RunningUndertow(WebApplication app) {
        this.app = app;
    }

    static RunningContainer start(WebApplication app) {
        RunningUndertow running = new RunningUndertow(app);
        try {
            running.threads.prestartAllCoreThreads();
            running.server.start();
            running.deploy();
            return running;
        } catch (IOException | ServletException | ClassNotFoundException | RuntimeException e) {
            running.close();
            throw new IllegalStateException("Undertow didn't start the application", e);
        }
    }

    @Override
    public URI baseUri() {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return URI.create("http://127.0.0.1:" + address.getPort() + app.contextPath());
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
        } catch (IOException | ServletException | ClassNotFoundException e) {
            throw new IllegalStateException("Undertow didn't start the application again", e);
        }
    }

    @Override
    public void close() {
        try {
            undeploy();
        } catch (IOException | ServletException e) {
            throw new IllegalStateException("Undertow didn't stop", e);
        } finally {
            server.stop();
            threads.shutdownNow();
            work.close();
        }
    }

    private void deploy() throws IOException, ServletException, ClassNotFoundException {
        WebInf web = WebInf.of(app.materialize(work.directory("webapp")), work.directory("unpacked-" + deployments++));
        loader = web.newLoader();
        container = Servlets.newContainer();
        DeploymentManager manager = container.addDeployment(describe(web));
        deployed = Optional.of(manager);
        manager.deploy();
        paths.addPrefixPath(prefix(), manager.start());
    }

    private void undeploy() throws IOException, ServletException {
        paths.removePrefixPath(prefix());
        if (deployed.isPresent()) {
            DeploymentManager manager = deployed.get();
            deployed = Optional.empty();
            if (manager.getState() == DeploymentManager.State.STARTED) {
                manager.stop();
            }
            if (manager.getState() == DeploymentManager.State.DEPLOYED) {
                manager.undeploy();
            }
        }
        container = Servlets.newContainer();
        loader.close();
    }

    private String prefix() {
        return app.contextPath().isEmpty() ? "/" : app.contextPath();
    }

    private DeploymentInfo describe(WebInf web) throws IOException, ClassNotFoundException {
        DeploymentInfo info = Servlets.deployment()
                .setDeploymentName("application")
                .setContextPath(prefix())
                .setClassLoader(loader)
                .setResourceManager(PathResourceManager.builder()
                        .setBase(web.root())
                        .setAllowResourceChangeListeners(false)
                        .build())
                .setTempDir(work.directory("temp").toFile())
                .setIdentityManager(new Users(app.users()))
                .setExecutor(threads)
                .setAsyncExecutor(threads)
                // As the specification asks for; Undertow alone would wait for the first request of each filter.
                .setEagerFilterInit(true)
                // As on a server that strangers reach.
                .setServletStackTraces(ServletStackTraces.NONE);
        WebXml webXml = new WebXml(info, loader);
        Optional<Descriptor> descriptor = web.webXml();
        if (descriptor.isPresent()) {
            webXml.apply(descriptor.get());
        }
        Index index = web.index();
        boolean complete = descriptor
                .map(xml -> xml.element().getAttribute("metadata-complete"))
                .filter("true"::equals)
                .isPresent();
        if (!complete) {
            for (Descriptor fragment : web.fragments()) {
                webXml.apply(fragment);
            }
            new Annotations(info, index, loader).apply();
        }
        new Initializers(info, index, loader).apply();
        if (info.getWelcomePages().isEmpty()) {
            info.addWelcomePages(List.of("index.html"));
        }
        return info;
    }
}
