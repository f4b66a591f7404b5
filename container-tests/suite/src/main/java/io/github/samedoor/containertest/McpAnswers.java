/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.schema.SentMessages;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks every answer of an MCP endpoint that any test of the suite gets against the schema of its revision. */
final class McpAnswers {
    private static final Pattern ENDPOINT = Pattern.compile("[A-Z]+ (?:/app)?/mcp(?:\\?\\S*)? HTTP/1\\.1");
    private static final Pattern REVISION =
            Pattern.compile("(?im)^MCP-Protocol-Version[ \t]*:[ \t]*(\\S(?:.*\\S)?)[ \t]*$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^Transfer-Encoding[ \t]*:[ \t]*chunked[ \t]*$");

    /** What filters of the application answer in its own words, before MCP is reached. */
    private static final Set<Integer> FILTERED = Set.of(400, 401, 403, 404, 429, 503);

    private McpAnswers() {}

    static void check(byte[] request, HttpAnswer answer) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String head = text.substring(0, Math.max(end, 0));
        String type = answer.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!ENDPOINT.matcher(head.lines().findFirst().orElse("")).matches()
                || answer.text().isEmpty()) {
            return;
        }
        SentMessages sent = SentMessages.answering(revision(head), body(head, request, end + 4));
        if (type.startsWith("text/event-stream")) {
            sent.checkEvents(answer.text());
        } else if (type.startsWith("application/json") && !isOfAFilter(answer)) {
            sent.checkJson(answer.text());
        }
    }

    private static Optional<String> revision(String head) {
        Matcher line = REVISION.matcher(head);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    // Chunks are as long as tests make them, so each has its length in front and nothing else.
    private static byte[] body(String head, byte[] request, int from) {
        byte[] body = Arrays.copyOfRange(request, from, request.length);
        if (!CHUNKED.matcher(head).find()) {
            return body;
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (int at = 0, line = text.indexOf("\r\n"); line > at; line = text.indexOf("\r\n", at)) {
            int size =
                    Integer.parseInt(text.substring(at, line).split(";", 2)[0].strip(), 16);
            int data = Math.min(line + 2, body.length);
            joined.write(body, data, Math.min(size, body.length - data));
            at = Math.min(data + size + 2, text.length());
        }
        return joined.toByteArray();
    }

    private static boolean isOfAFilter(HttpAnswer answer) {
        try {
            return FILTERED.contains(answer.status())
                    && new ObjectMapper().readTree(answer.text()).path("error").isTextual();
        } catch (JsonProcessingException e) {
            throw new AssertionError("An answer says it is JSON and isn't: " + answer, e);
        }
    }
}
