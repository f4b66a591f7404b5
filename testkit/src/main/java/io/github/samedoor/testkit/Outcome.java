/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a route answered, as far as a way to call it tells.
 *
 * @param status the status of the route
 * @param body the body: JSON as it is, other text as a string, bytes in Base64; empty where the way doesn't tell it
 * @param challenges the schemes of the challenges that came with it, in lower case
 */
record Outcome(int status, Optional<JsonNode> body, Set<String> challenges) {
    /** Stands for a body of no bytes. */
    static final JsonNode NO_BODY = JsonNodeFactory.instance.nullNode();

    static Outcome direct(HttpResponse<byte[]> answer) {
        return new Outcome(answer.statusCode(), Optional.of(body(answer)), challenges(answer));
    }

    static Set<String> challenges(HttpResponse<byte[]> answer) {
        Set<String> schemes = new TreeSet<>();
        answer.headers()
                .allValues("WWW-Authenticate")
                .forEach(value -> schemes.add(value.trim().split("\\s", 2)[0].toLowerCase(Locale.ROOT)));
        return schemes;
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static JsonNode body(HttpResponse<byte[]> answer) {
        byte[] bytes = answer.body();
        if (bytes.length == 0) {
            return NO_BODY;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("json")) {
            return Json.parse(bytes).orElseGet(() -> text(new String(bytes, StandardCharsets.UTF_8)));
        }
        boolean binary = type.startsWith("image/") || type.startsWith("audio/") || type.contains("octet-stream");
        return text(binary ? Base64.getEncoder().encodeToString(bytes) : new String(bytes, StandardCharsets.UTF_8));
    }
}
