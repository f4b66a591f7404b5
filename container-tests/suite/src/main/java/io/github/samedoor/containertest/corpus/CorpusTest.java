/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.WebApplication;
import io.github.samedoor.containertest.example.ExampleWar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The attacks of our own corpus, and of another file where the system property {@code samedoor.corpus} names one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @SuppressWarnings("NullAway.Init")
    private RunningContainer container;

    @SuppressWarnings("NullAway.Init")
    private Attacker attacker;

    @BeforeAll
    void start() {
        container = TestContainer.onClassPath().start(WebApplication.packed("", ExampleWar.path()));
        Http http = new Http(container.baseUri());
        http.postJson(
                "/user/notes",
                "{\"title\":\"b\",\"text\":\"a note of tenant b\",\"tags\":[]}",
                "Authorization: Bearer admin-token-456",
                "X-Tenant-Token: tenant-b-token");
        String tools =
                http.get("/mcp/tools", "Authorization: Bearer admin-token-456").text();
        attacker = new Attacker(container.baseUri(), new ToolNames(parse(tools)));
    }

    @AfterAll
    void stop() {
        container.close();
    }

    @TestFactory
    Stream<DynamicTest> everyAttackIsAnsweredAsItShould() throws IOException {
        List<AttackCase> cases = Stream.concat(own(), further()).toList();
        return Stream.of(false, true)
                .flatMap(disruptive -> cases.stream().filter(each -> each.isDisruptive() == disruptive))
                .map(each -> dynamicTest(each.id(), () -> {
                    assumeTrue(
                            each.applies(),
                            () -> "the example has no " + each.json().path("needs"));
                    assertThat(each.json().toString(), attacker.play(each), is(empty()));
                }));
    }

    private static Stream<AttackCase> own() throws IOException {
        try (var in = CorpusTest.class.getResourceAsStream("attacks.jsonl")) {
            if (in == null) {
                throw new IllegalStateException("attacks.jsonl isn't beside this test");
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> new AttackCase(parse(line)));
        }
    }

    private static Stream<AttackCase> further() throws IOException {
        String file = System.getProperty("samedoor.corpus", "");
        return file.isEmpty()
                ? Stream.empty()
                : Files.readAllLines(Path.of(file)).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> new AttackCase(parse(line)));
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + json, e);
        }
    }
}
