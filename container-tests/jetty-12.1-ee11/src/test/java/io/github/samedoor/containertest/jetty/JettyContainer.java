/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.jetty;

import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.WebApplication;
import org.eclipse.jetty.server.Server;

/** Embedded Jetty with the environment ee11. */
public final class JettyContainer implements TestContainer {
    @Override
    public String name() {
        return "Jetty/" + Server.getVersion() + " ee11";
    }

    @Override
    public RunningContainer start(WebApplication app) {
        return RunningJetty.start(app);
    }
}
