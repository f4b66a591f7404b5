/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Ordinary requests in one line, sent with {@link RawHttp}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param base the address of a web application
 */
public record Http(URI base) {
    /**
     * Asks for a path.
     *
     * @param path the path below the context path, with its query, sent as it is
     * @param headers whole header lines, as in {@code Accept: text/plain}
     * @return the answer
     */
    public HttpAnswer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /**
     * Posts JSON.
     *
     * @param path the path below the context path, with its query, sent as it is
     * @param json the body
     * @param headers whole header lines
     * @return the answer
     */
    public HttpAnswer postJson(String path, String json, String... headers) {
        String[] all = new String[headers.length + 1];
        all[0] = "Content-Type: application/json";
        System.arraycopy(headers, 0, all, 1, headers.length);
        return send("POST", path, json, all);
    }

    /**
     * Sends any request.
     *
     * @param method the method, sent as it is
     * @param path the path below the context path, with its query, sent as it is
     * @param body the body, sent as UTF-8 with its length unless it is empty
     * @param headers whole header lines
     * @return the answer
     */
    public HttpAnswer send(String method, String path, String body, String... headers) {
        StringBuilder request = new StringBuilder();
        request.append(method)
                .append(' ')
                .append(base.getRawPath())
                .append(path)
                .append(" HTTP/1.1\r\n");
        request.append("Host: ").append(base.getRawAuthority()).append("\r\n");
        request.append("Connection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return RawHttp.send(base, request.append("\r\n").append(body).toString());
    }
}
