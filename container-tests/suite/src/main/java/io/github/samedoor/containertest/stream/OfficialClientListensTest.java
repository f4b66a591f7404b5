/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.stream;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.RecordingProxy;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.SubscribeRequest;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The official Java client hears of changes. It has no way to cancel a call. */
@Timeout(60)
class OfficialClientListensTest {
    @Test
    void hearsOfAnUpdateAndOfOtherTools() throws Exception {
        CompletableFuture<String> updated = new CompletableFuture<>();
        CompletableFuture<List<String>> tools = new CompletableFuture<>();
        try (RunningContainer container = TestContainer.onClassPath().start(StreamApplication.application());
                RecordingProxy proxy = RecordingProxy.before(container.baseUri());
                McpSyncClient client = McpClient.sync(transport(proxy))
                        .requestTimeout(Duration.ofSeconds(20))
                        .resourcesUpdateConsumer(read -> updated.complete(((TextResourceContents) read.get(0)).text()))
                        .toolsChangeConsumer(listed ->
                                tools.complete(listed.stream().map(Tool::name).toList()))
                        .build()) {
            client.initialize();
            assertThat(proxy.awaitStream(), is(true));
            client.subscribeResource(SubscribeRequest.builder("app://watched").build());
            Http http = new Http(container.baseUri());
            http.get("/live/change");
            assertThat(updated.get(20, TimeUnit.SECONDS), is("watched"));
            http.get("/live/change-tools");
            assertThat(tools.get(20, TimeUnit.SECONDS), is(List.of("get_live_ask", "get_live_endless")));
        }
    }

    private static HttpClientStreamableHttpTransport transport(RecordingProxy proxy) {
        return HttpClientStreamableHttpTransport.builder(
                        proxy.uri().resolve("/").toString())
                .endpoint(proxy.uri().getPath() + "/mcp")
                .openConnectionOnStartup(true)
                .build();
    }
}
