/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RawHttp;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Plays the cases of a corpus against a running example. For one thread at a time. */
final class Attacker {
    /** How long a spent refresh token may still answer, and a little more. */
    private static final Duration PAST_GRACE = Duration.ofMillis(10_500);

    private final URI server;
    private final ToolNames names;

    Attacker(URI server, ToolNames names) {
        this.server = server;
        this.names = names;
    }

    /** Plays a case and lists what is wrong with the answers. */
    List<String> play(AttackCase attack) {
        Map<String, String> captured = new HashMap<>();
        for (JsonNode step : attack.json().path("setup")) {
            prepare(step, captured);
        }
        String[] more = attack.wantsInitialize() ? initialize(attack) : new String[0];
        AttackAnswer answer = new AttackAnswer(Optional.empty());
        for (int n = 1; n <= attack.repeat(); n++) {
            captured.put("n", String.valueOf(n));
            answer = send(attack.request(), captured, more);
        }
        List<String> problems = new ArrayList<>(answer.problems(attack.expect()));
        JsonNode then = attack.json().path("then");
        if (then.isObject()) {
            send(then.path("request"), captured)
                    .problems(then.path("expect"))
                    .forEach(problem -> problems.add("then: " + problem));
        }
        if (!problems.isEmpty()) {
            problems.add(answer.http().map(HttpAnswer::toString).orElse("no answer"));
        }
        return problems;
    }

    private void prepare(JsonNode step, Map<String, String> captured) {
        if (step.path("wait").asText().equals("past-grace")) {
            LockSupport.parkNanos(PAST_GRACE.toNanos());
            return;
        }
        AttackAnswer answer = send(step.path("request"), captured);
        step.path("capture")
                .properties()
                .forEach(each -> captured.put(
                        each.getKey(),
                        answer.json()
                                .at(each.getValue().asText().replace("$", "").replace('.', '/'))
                                .asText()));
    }

    /** Opens a legacy session where the server has such, as a client would. */
    private String[] initialize(AttackCase attack) {
        ObjectNode request = attack.request().deepCopy();
        ObjectNode body = JsonMapper.builder().build().createObjectNode();
        body.put("jsonrpc", "2.0").put("id", 0).put("method", "initialize");
        ObjectNode params = body.putObject("params").put("protocolVersion", attack.revision());
        params.putObject("capabilities");
        params.putObject("clientInfo").put("name", "corpus").put("version", "1");
        request.put("body", body.toString());
        return send(request, Map.of())
                .http()
                .flatMap(answer -> answer.header("Mcp-Session-Id"))
                .map(id -> new String[] {"Mcp-Session-Id: " + id})
                .orElse(new String[0]);
    }

    private AttackAnswer send(JsonNode request, Map<String, String> captured, String... more) {
        byte[] bytes = AttackRequest.write(request, server.getRawAuthority(), text -> fill(text, captured), more);
        try {
            return new AttackAnswer(Optional.of(RawHttp.send(server, bytes)));
        } catch (UncheckedIOException e) {
            return new AttackAnswer(Optional.empty());
        }
    }

    private String fill(String text, Map<String, String> captured) {
        String filled = text;
        for (Map.Entry<String, String> each : captured.entrySet()) {
            filled = filled.replace("{{" + each.getKey() + "}}", each.getValue());
        }
        return names.translate(filled.replace("{n}", captured.getOrDefault("n", "{n}")));
    }
}
