/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.clients;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.samedoor.containertest.RecordingProxy;
import io.github.samedoor.containertest.RecordingProxy.Exchange;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.stream.StreamApplication;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official TypeScript clients cancel a call, and hear of changes. */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveClientsTest {
    private static final String CANCELLED = "\"method\":\"notifications/cancelled\"";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private final NpmFolder npm = NpmFolder.installed();

    @SuppressWarnings("NullAway.Init")
    private RunningContainer container;

    @BeforeAll
    void start() {
        container = TestContainer.onClassPath().start(StreamApplication.application());
    }

    @AfterAll
    void stop() {
        container.close();
    }

    /** Only the earlier revisions have a word for cancelling; in the modern one the client goes away. */
    @ParameterizedTest
    @CsvSource({"sdk, true", "legacy, true", "auto, false"})
    void clientCancelsACallAndHearsOfChanges(String client, boolean inWords) throws JsonProcessingException {
        try (RecordingProxy proxy = RecordingProxy.before(container.baseUri())) {
            NpmFolder.Run run = npm.node(home, "live.mjs", client, proxy.uri().toString());
            assertThat(run.toString(), run.exit(), is(0));
            JsonNode told = JsonMapper.builder().build().readTree(run.out());
            assertThat(told.path("call").asText(), containsString("enough"));
            assertThat(told.path("interrupted").asText(), is("yes"));
            assertThat(told.path("updated").asText(), is("app://watched"));
            assertThat(told.path("tools").toString(), is("[\"get_live_ask\",\"get_live_endless\"]"));
            assertThat(saidThatItCancels(proxy.finish()), is(inWords));
        }
    }

    private static boolean saidThatItCancels(List<Exchange> exchanges) {
        return exchanges.stream()
                .anyMatch(exchange -> exchange.isMessage() && exchange.request().contains(CANCELLED));
    }
}
