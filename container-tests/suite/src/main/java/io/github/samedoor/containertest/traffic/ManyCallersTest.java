/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.traffic;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Callers of different rights call at once, with the same JSON-RPC ids and in batches, and nobody sees another's answer.
 *
 * <p>In every round all callers are within the same route at the same time, and the route says whose call it is to the
 * header, to a thread-local and by the path.
 */
public final class ManyCallersTest {
    private static final int ROUNDS = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyCallerSeesItsOwnAnswersAlone() throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(TrafficServlets.CALLERS);
        try (RunningContainer container = TestContainer.onClassPath().start(TrafficApplication.application(30, 16))) {
            Http http = new Http(container.baseUri());
            List<Future<List<String>>> all = new ArrayList<>();
            for (int caller = 0; caller < TrafficServlets.CALLERS; caller++) {
                String credential = "Bearer caller-" + caller + (caller % 2 == 0 ? "-trusted" : "-other");
                all.add(callers.submit(() -> strange(http, credential)));
            }
            for (Future<List<String>> one : all) {
                assertThat(one.get(), is(empty()));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** Makes all calls of a caller and lists what isn't as it should be. */
    private static List<String> strange(Http http, String credential) throws Exception {
        List<String> strange = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String mine = credential.substring("Bearer ".length()) + '-' + round;
            boolean batch = round % 2 == 0;
            String meeting = call(1, "who", "meet-" + mine);
            String body =
                    batch ? '[' + meeting + ',' + call(2, "secret", mine) + ',' + call(3, "who", mine) + ']' : meeting;
            HttpAnswer answer = http.postJson(
                    "/mcp",
                    body,
                    "Authorization: " + credential,
                    "Accept: application/json, text/event-stream",
                    "MCP-Protocol-Version: 2025-03-26");
            JsonNode json = JSON.readTree(answer.text());
            List<JsonNode> results = new ArrayList<>();
            (batch ? json : JSON.createArrayNode().add(json)).forEach(results::add);
            boolean right = answer.status() == 200 && results.size() == (batch ? 3 : 1);
            for (JsonNode result : right ? results : List.<JsonNode>of()) {
                right &= isRight(result, credential, mine);
            }
            if (!right) {
                strange.add(credential + " in round " + round + ": " + answer);
            }
        }
        return strange;
    }

    private static boolean isRight(JsonNode result, String credential, String mine) {
        String text = result.path("result").path("content").path(0).path("text").asText();
        boolean error =
                result.has("error") || result.path("result").path("isError").asBoolean();
        String path = switch (result.path("id").asInt()) {
            case 1 -> "/who/meet-" + mine;
            case 2 -> "/secret/" + mine;
            default -> "/who/" + mine;
        };
        if (path.startsWith("/secret/") && !credential.endsWith("-trusted")) {
            return error && !result.toString().contains("caller-");
        }
        return !error
                && text.equals(
                        "{\"who\":\"" + credential + "\",\"here\":\"" + credential + "\",\"path\":\"" + path + "\"}");
    }

    private static String call(int id, String tool, String name) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{\"name\":\"" + name + "\"}}}";
    }
}
