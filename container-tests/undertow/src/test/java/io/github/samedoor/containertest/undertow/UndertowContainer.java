/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.undertow;

import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.WebApplication;
import io.undertow.Version;

/** Embedded Undertow. */
public final class UndertowContainer implements TestContainer {
    @Override
    public String name() {
        return Version.getFullVersionString();
    }

    @Override
    public RunningContainer start(WebApplication app) {
        return RunningUndertow.start(app);
    }
}
