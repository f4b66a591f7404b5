/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import io.github.samedoor.testkit.SameDoor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The example as its users would check it: with the test kit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameDoorKitTest {
    @SuppressWarnings("NullAway.Init")
    private ExampleServer server;

    @BeforeAll
    void start() {
        server = ExampleServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicNode> everyToolAnswersAsItsRoute() {
        return SameDoor.of(server.uri(), "/mcp")
                .credential("nobody")
                .credential("alice", "Authorization: Bearer user-token-123")
                .credential("bob, an administrator", "Authorization: Bearer admin-token-456")
                .credential("a service", "Authorization: ApiKey api-key-789")
                .credential("a token that isn't known", "Authorization: Bearer invalid-token")
                .arguments("GET_/user/notes", "{\"tag\": \"home & garden\", \"limit\": 3}")
                .arguments("GET_/user/notes/{id}", this::noteOfAlice)
                .arguments("PUT_/user/notes/{id}", () -> noteOfAlice().replace("}", ",\"title\":\"A\",\"text\":\"B\"}"))
                .arguments("DELETE_/user/notes/{id}", this::noteOfAlice)
                .arguments("POST_/admin/grant", "{\"userId\": 1, \"role\": \"user\"}")
                .arguments("GET_/test/echo", "{\"message\": \"a=b&c/ü\", \"X-Request-Id\": \"r-1\"}")
                .ignoring("id", "timestamp", "requests", "latency", "headers")
                .withChanges()
                .whereTheEndpointRefusesMore()
                .tests();
    }

    private String noteOfAlice() {
        return "{\"id\":" + server.newNote(Shown.USER_TOKEN) + "}";
    }
}
