/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** Writes the bytes of a request as a case describes them, without mending anything. */
final class AttackRequest {
    private final JsonNode request;
    private final UnaryOperator<String> fill;
    private final StringBuilder head = new StringBuilder();

    private AttackRequest(JsonNode request, UnaryOperator<String> fill) {
        this.request = request;
        this.fill = fill;
    }

    /**
     * Writes a request.
     *
     * @param request the description
     * @param authority what Host says unless the case has a Host of its own
     * @param fill puts captured values and names in
     * @param moreHeaders whole header lines to add
     * @return the bytes
     */
    static byte[] write(JsonNode request, String authority, UnaryOperator<String> fill, String... moreHeaders) {
        return new AttackRequest(request, fill).write(authority, moreHeaders);
    }

    private byte[] write(String authority, String... moreHeaders) {
        byte[] body = body();
        head.append(request.path("method").asText())
                .append(' ')
                .append(fill.apply(request.path("path").asText()))
                .append(" HTTP/1.1\r\n");
        if (!hasHeader("host")) {
            header("Host", authority);
        }
        header("Connection", "close");
        request.path("headers")
                .properties()
                .forEach(
                        each -> header(each.getKey(), fill.apply(each.getValue().asText())));
        request.path("headersList")
                .forEach(pair ->
                        header(pair.path(0).asText(), fill.apply(pair.path(1).asText())));
        head.append(request.path("rawHeaders").asText());
        for (String line : moreHeaders) {
            head.append(line).append("\r\n");
        }
        boolean framed = hasHeader("content-length") || hasHeader("transfer-encoding");
        if (!framed && (body.length > 0 || request.path("method").asText().equals("POST"))) {
            header("Content-Length", String.valueOf(body.length));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private void header(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private boolean hasHeader(String name) {
        boolean listed = false;
        for (JsonNode pair : request.path("headersList")) {
            listed |= pair.path(0).asText().equalsIgnoreCase(name);
        }
        for (var names = request.path("headers").fieldNames(); names.hasNext(); ) {
            listed |= names.next().equalsIgnoreCase(name);
        }
        return listed;
    }

    private byte[] body() {
        if (request.has("bodyBase64")) {
            return Base64.getDecoder().decode(request.path("bodyBase64").asText());
        }
        JsonNode template = request.path("bodyTemplate");
        String text = template.isObject()
                ? template.path("prefix").asText()
                        + template.path("repeat")
                                .asText()
                                .repeat(template.path("count").asInt())
                        + template.path("suffix").asText()
                : request.path("body").asText();
        return fill.apply(text).getBytes(StandardCharsets.UTF_8);
    }
}
