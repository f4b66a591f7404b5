/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.JsonForm.json;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.samedoor.containertest.HttpAnswer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Each documented command, pasted as it stands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedCurlTest {
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
    Stream<DynamicTest> everyCommandAnswersAsDocumented() {
        return Arrays.stream(Resource.text("seed-curls.txt").split("\n\n"))
                .map(block ->
                        block.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n")))
                .filter(block -> !block.isBlank())
                .map(block -> block.split("\n=> ", 2))
                .map(parts -> dynamicTest(parts[0], () -> check(parts[0], parts[1].strip())));
    }

    private void check(String command, String expected) {
        String filled = command.contains("{{token}}")
                ? command.replace(
                        "{{token}}",
                        server.login("alice", "password123").get("token").textValue())
                : command;
        HttpAnswer answer = Curl.parse(filled).sendTo(server.http());
        assertThat(answer.toString(), answer.status(), is(Integer.parseInt(expected.substring(0, 3))));
        assertThat(answer.text(), is(json(expected.substring(4))));
    }
}
