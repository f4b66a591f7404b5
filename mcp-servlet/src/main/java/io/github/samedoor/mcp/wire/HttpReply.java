/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What goes back over HTTP: a status, a few header lines and a JSON body.
 *
 * <p>The bytes are not copied; whoever makes a reply gives them away.
 *
 * @param status the HTTP status
 * @param headers the header lines beyond those that every reply has
 * @param body the JSON body; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // a reply is sent, never compared
public record HttpReply(int status, HeaderFields headers, byte[] body) {
    private static final byte[] NOTHING = new byte[0];

    /**
     * Makes a reply with a JSON body.
     *
     * @param status the HTTP status
     * @param body the JSON body
     * @return the reply
     */
    public static HttpReply json(int status, byte[] body) {
        return new HttpReply(status, HeaderFields.none(), body);
    }

    /**
     * Makes a reply without a body.
     *
     * @param status the HTTP status
     * @return the reply
     */
    public static HttpReply empty(int status) {
        return new HttpReply(status, HeaderFields.none(), NOTHING);
    }

    /**
     * Returns this reply with one more header line.
     *
     * @param name the field name
     * @param value the field value
     * @return the longer reply
     */
    public HttpReply with(String name, String value) {
        List<HeaderField> longer = new ArrayList<>(headers.fields());
        longer.add(new HeaderField(name, value));
        return new HttpReply(status, new HeaderFields(longer), body);
    }

    /**
     * Returns this reply with more header lines.
     *
     * @param more the lines
     * @return the longer reply
     */
    public HttpReply with(HeaderFields more) {
        HttpReply reply = this;
        for (HeaderField field : more.fields()) {
            reply = reply.with(field.name(), field.value());
        }
        return reply;
    }

    /**
     * Sends the reply, with {@code nosniff} and {@code no-store} on every one.
     *
     * @param response the response, uncommitted
     * @throws IOException if the connection fails
     */
    public void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
        Set<String> set = new HashSet<>();
        for (HeaderField field : headers.fields()) { // they stand in for what a filter has said about the request
            if (set.add(field.name())) {
                response.setHeader(field.name(), field.value());
            } else {
                response.addHeader(field.name(), field.value());
            }
        }
        if (body.length > 0) {
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
