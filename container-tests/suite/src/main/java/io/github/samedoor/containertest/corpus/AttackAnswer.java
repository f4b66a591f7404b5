/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.samedoor.containertest.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came back, judged by what a case expects.
 *
 * @param http the answer; empty where the connection ended without one
 */
record AttackAnswer(Optional<HttpAnswer> http) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    int status() {
        return http.map(HttpAnswer::status).orElse(0);
    }

    /** Returns the body as text, with the quotes of JSON within JSON as plain quotes. */
    String text() {
        return http.map(HttpAnswer::text).orElse("").replace("\\\"", "\"");
    }

    JsonNode json() {
        try {
            return MAPPER.readTree(http.map(HttpAnswer::text).orElse("null"));
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    /** Lists in what the answer differs from the expected one; empty for a right answer. */
    List<String> problems(JsonNode expect) {
        List<String> problems = new ArrayList<>();
        if (!has(expect.path("status"), status())) {
            problems.add("status " + status() + " instead of " + expect.path("status"));
        }
        expect.path("mustNotContain")
                .forEach(word -> Canaries.texts(word.asText()).stream()
                        .filter(this::says)
                        .forEach(found -> problems.add("says " + found)));
        requireAny(expect.path("mustContainAny"), problems);
        if (status() == 200) {
            requireAny(expect.path("when200MustContainAny"), problems);
        }
        headerProblems(expect, problems);
        JsonNode code = expect.path("jsonrpcErrorCode");
        JsonNode error = json().path("error");
        if (code.isNumber()
                && (error.isObject() || status() != 413)
                && error.path("code").asInt() != code.asInt()) {
            problems.add("JSON-RPC error " + error.path("code") + " instead of " + code);
        }
        if (expect.has("maxResponseBytes")
                && text().length() > expect.path("maxResponseBytes").asInt()) {
            problems.add(text().length() + " characters long");
        }
        return problems;
    }

    private void headerProblems(JsonNode expect, List<String> problems) {
        expect.path("headers").properties().forEach(each -> {
            boolean found = headers(each.getKey()).stream()
                    .anyMatch(value -> value.contains(each.getValue().asText()));
            if (!found) {
                problems.add("no header " + each.getKey() + " with " + each.getValue());
            }
        });
        expect.path("headersMustNotContain").properties().forEach(each -> {
            if (headers(each.getKey()).stream()
                    .anyMatch(value -> value.contains(each.getValue().asText()))) {
                problems.add("header " + each.getKey() + " with " + each.getValue());
            }
        });
        expect.path("headersAbsent").forEach(name -> {
            if (!headers(name.asText()).isEmpty()) {
                problems.add("header " + name);
            }
        });
    }

    private void requireAny(JsonNode words, List<String> problems) {
        boolean found = words.isEmpty();
        for (JsonNode word : words) {
            found |= Canaries.texts(word.asText()).stream().anyMatch(this::says);
        }
        if (!found) {
            problems.add("says none of " + words);
        }
    }

    private boolean says(String word) {
        return text().contains(word)
                || http.map(answer -> answer.headers().toString()).orElse("").contains(word);
    }

    private List<String> headers(String name) {
        return http.map(answer -> answer.headers(name)).orElse(List.of());
    }

    private static boolean has(JsonNode statuses, int status) {
        for (JsonNode each : statuses) {
            if (each.asInt() == status) {
                return true;
            }
        }
        return false;
    }
}
