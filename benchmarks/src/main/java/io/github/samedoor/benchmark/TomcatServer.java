/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import io.github.samedoor.benchmark.Container.Serving;
import io.github.samedoor.mcp.SamedoorInitializer;
import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** The application on an embedded Tomcat. */
final class TomcatServer implements Serving {
    private final Tomcat tomcat;

    private TomcatServer(Tomcat tomcat) {
        this.tomcat = tomcat;
    }

    static Serving start(Application application, Path files) throws Exception {
        application.writeTo(files);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(files.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", files.toString());
        context.addServletContainerInitializer((classes, started) -> application.register(started), Set.of());
        context.addServletContainerInitializer(new SamedoorInitializer(), Set.of());
        tomcat.start();
        if (application.sdk()) {
            int port = tomcat.getConnector().getLocalPort();
            SdkEndpoints.at(port).forEach((path, servlet) -> add(context, "sdk" + path, servlet, path));
        }
        return new TomcatServer(tomcat);
    }

    private static void add(Context context, String name, Servlet servlet, String path) {
        Wrapper added = Tomcat.addServlet(context, name, servlet);
        added.setAsyncSupported(true);
        added.addMapping(path);
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
