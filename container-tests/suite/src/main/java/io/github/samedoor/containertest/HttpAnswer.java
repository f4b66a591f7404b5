/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An HTTP answer as it came over the wire. Immutable. */
public final class HttpAnswer {
    private final int status;
    private final List<Map.Entry<String, String>> headers;
    private final byte[] body;

    HttpAnswer(int status, List<Map.Entry<String, String>> headers, byte[] body) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body.clone();
    }

    /**
     * Tells the status code.
     *
     * @return the code, from 100 to 599
     */
    public int status() {
        return status;
    }

    /**
     * Lists the header lines in their order.
     *
     * @return names, as sent, and values
     */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /**
     * Finds all headers of a name.
     *
     * @param name the name in any case
     * @return their values in order
     */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Finds the first header of a name.
     *
     * @param name the name in any case
     * @return its value
     */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /**
     * Tells the body's bytes, without the frames of the chunks.
     *
     * @return a copy
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Reads the body as UTF-8.
     *
     * @return the text
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns status, headers and text, for the message of a failed assertion. */
    @Override
    public String toString() {
        return status + " " + headers + "\n" + text();
    }
}
