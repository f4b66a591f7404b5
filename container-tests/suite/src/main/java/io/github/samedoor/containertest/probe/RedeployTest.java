/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.probe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.Leaks;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Proves that the containers themselves leak nothing, so that a leak of an application can be seen. */
final class RedeployTest {
    private static final int TIMES = 20;

    @Test
    void leavesNoClassLoaderAndNoThread() {
        try (RunningContainer container = TestContainer.onClassPath().start(ProbeApplication.at("/app"))) {
            Leaks leaks = Leaks.redeploying(container, TIMES, () -> use(container));
            assertThat(leaks.classLoaders(), is(0));
            assertThat(leaks.threads(), is(empty()));
        }
    }

    @Test
    void seesALeakedClassLoaderAndThread() {
        try (RunningContainer container =
                TestContainer.onClassPath().start(ProbeApplication.at("/app").classes(LeakingListener.class))) {
            Leaks leaks = Leaks.redeploying(container, 1, Duration.ofSeconds(1), () -> use(container));
            assertThat(leaks.classLoaders(), is(1));
            assertThat(leaks.threads().size(), is(1));
        } finally {
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals(LeakingListener.THREAD))
                    .forEach(Thread::interrupt);
        }
    }

    private static void use(RunningContainer container) {
        Http http = new Http(container.baseUri());
        assertThat(http.get("/hello/x").status(), is(200));
        assertThat(http.get("/count").text(), is("1"));
        assertThat(http.get("/async").text(), is("later"));
    }
}
