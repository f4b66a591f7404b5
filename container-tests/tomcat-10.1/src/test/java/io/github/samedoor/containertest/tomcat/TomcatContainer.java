/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.tomcat;

import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.WebApplication;
import org.apache.catalina.util.ServerInfo;

/** Embedded Tomcat, set up like the standalone one: child-first class loading, {@code conf/web.xml}, annotation scanning. */
public final class TomcatContainer implements TestContainer {
    @Override
    public String name() {
        return ServerInfo.getServerInfo();
    }

    @Override
    public RunningContainer start(WebApplication app) {
        return RunningTomcat.start(app);
    }
}
