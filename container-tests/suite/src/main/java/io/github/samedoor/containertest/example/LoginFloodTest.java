/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RawHttp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flood of logins from one address doesn't keep another out. */
class LoginFloodTest {
    private static final int FLOOD = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void anotherAddressLogsInWhileOneFloods() throws Exception {
        Path war = WarCopy.write(
                ExampleWar.path(),
                directory.resolve("flooded.war"),
                "WEB-INF/identity.json",
                json -> json.replaceFirst("\\{", "{\"login\": {\"perAddress\": \"6/hour\"},"));
        ExecutorService attackers = Executors.newFixedThreadPool(4);
        try (ExampleServer server = ExampleServer.start(war)) {
            List<Future<Integer>> flood = new ArrayList<>();
            for (int i = 0; i < FLOOD; i++) {
                String name = "user-" + i;
                flood.add(attackers.submit(
                        () -> login(server, "127.0.0.1", name, "guess").status()));
            }
            HttpAnswer meanwhile = login(server, "127.0.0.2", "alice", "password123");
            assertThat(meanwhile.toString(), meanwhile.status(), is(200));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> each : flood) {
                statuses.add(each.get());
            }
            assertThat(statuses.stream().filter(status -> status == 401).count() <= 6, is(true));
            assertThat(statuses, hasItem(429));
            HttpAnswer late = login(server, "127.0.0.1", "alice", "password123");
            assertThat("the address waits, whoever it is", late.status(), is(429));
            assertThat(late.header("Retry-After").isPresent(), is(true));
        } finally {
            attackers.shutdownNow();
        }
    }

    private static HttpAnswer login(ExampleServer server, String from, String name, String password) {
        String body = "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}";
        String request = "POST /auth/login HTTP/1.1\r\nHost: " + server.uri().getAuthority()
                + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n"
                + body;
        return RawHttp.send(server.uri(), from, request.getBytes(StandardCharsets.UTF_8));
    }
}
