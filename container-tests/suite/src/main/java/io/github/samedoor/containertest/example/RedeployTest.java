/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.containertest.Leaks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deploying the example again leaves nothing of the old one behind. */
class RedeployTest {
    // The watchdog of the running deployment never ends, so all of it is waited for.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void redeployLeavesNoThread() {
        try (ExampleServer server = ExampleServer.start()) {
            Leaks leaks = Leaks.redeploying(server.container(), 1, PATIENCE, () -> use(server));
            // One for each deployment: the one that is left is that of the deployment that runs.
            assertThat(leaks.threads(), is(List.of("samedoor-watchdog")));
        }
    }

    @Test
    void redeployLeavesNoClassLoader() {
        try (ExampleServer server = ExampleServer.start()) {
            assertThat(
                    Leaks.redeploying(server.container(), 3, PATIENCE, () -> use(server))
                            .classLoaders(),
                    is(0));
        }
    }

    @Test
    void sessionsAndNotesEndWithTheApplication() {
        try (ExampleServer server = ExampleServer.start()) {
            long note = server.newNote(Shown.SESSION_OF_ALICE);
            server.container().redeploy();
            assertThat(
                    server.send(Shown.SESSION_OF_ALICE, "GET", "/user/profile", "")
                            .status(),
                    is(401));
            assertThat(
                    server.send(Shown.USER_TOKEN, "GET", "/user/notes/" + note, "")
                            .status(),
                    is(404));
        }
    }

    private static void use(ExampleServer server) {
        server.forgetSessions();
        server.newNote(Shown.SESSION_OF_ALICE);
        for (Way way : Way.values()) {
            for (RouteCase route : RouteTable.routes()) {
                boolean simple = !route.mentions("NOTE") && !route.mentions("REFRESH");
                if (simple && way.reaches(route)) {
                    way.call(server, Shown.USER_TOKEN, route);
                }
            }
        }
    }
}
