/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.traffic;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A route that doesn't end takes neither the endpoint nor its places with it. */
public final class EndlessRouteTest {
    private final RunningContainer container = TestContainer.onClassPath().start(TrafficApplication.application(1, 2));
    private final Http http = new Http(container.baseUri());
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        http.get("/endless/release");
        clients.shutdownNow();
        container.close();
    }

    @Test
    void aRouteThatWaitsIsEndedAndGivesItsPlaceBack() {
        for (int i = 0; i < 3; i++) {
            assertThat(invoke("waits").join(), is(504));
        }
        assertThat(invoke("who").join(), is(200));
    }

    @Test
    void aRouteThatWritesForEverIsEnded() {
        for (int i = 0; i < 3; i++) {
            assertThat(invoke("writes").join(), is(504));
        }
        assertThat(invoke("who").join(), is(200));
    }

    @Test
    void aRouteThatIgnoresInterruptsHoldsItsPlaceUntilItEnds() throws InterruptedException, ExecutionException {
        CompletableFuture<Integer> first = invoke("deaf");
        CompletableFuture<Integer> second = invoke("deaf");
        http.get("/endless/two-were-interrupted");
        assertThat(invoke("who").join(), is(503));
        assertThat("a direct call", http.get("/who/me").status(), is(200));
        http.get("/endless/release");
        assertThat(first.get(), is(504));
        assertThat(second.get(), is(504));
        assertThat(invoke("who").join(), is(200));
    }

    private CompletableFuture<Integer> invoke(String tool) {
        String arguments = tool.equals("who") ? "{\"name\":\"me\"}" : "{}";
        String path = tool.equals("who") ? "/who/{name}" : "/endless/" + tool;
        return CompletableFuture.supplyAsync(
                () -> http.postJson("/mcp/invoke", "{\"toolName\":\"GET_" + path + "\",\"args\":" + arguments + "}")
                        .status(),
                clients);
    }
}
