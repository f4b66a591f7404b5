/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;

/**
 * How the answer of one HTTP request goes out: as one JSON body, or as an event stream from the first message on that is
 * sent before it (MCP 2026-07-28, transports, Receiving Messages).
 *
 * <p>The HTTP status is open until then. Thread-safe.
 */
public final class EventStream {
    private final HttpServletResponse response;
    private final boolean accepted;
    private Optional<ServletOutputStream> out = Optional.empty();
    private boolean broken;
    private boolean ended;

    private EventStream(HttpServletResponse response, boolean accepted) {
        this.response = response;
        this.accepted = accepted;
    }

    /**
     * Makes the way back of a request.
     *
     * @param request the request, which says in {@code Accept} whether it takes events
     * @param response its response, uncommitted
     * @return the way back, with nothing sent yet
     */
    public static EventStream over(HttpServletRequest request, HttpServletResponse response) {
        Enumeration<String> accepts = request.getHeaders("Accept");
        boolean accepted = false;
        while (!accepted && accepts.hasMoreElements()) {
            accepted = accepts.nextElement().toLowerCase(Locale.ROOT).contains("text/event-stream");
        }
        return new EventStream(response, accepted);
    }

    /**
     * Sends a message before the answer, where the client takes events; this fixes the HTTP status at 200.
     *
     * @param message one line of JSON
     */
    public synchronized void send(byte[] message) {
        sendEvent(ServerSentEvent.message(message));
    }

    /** Shows that the call is alive, to a client that takes events. */
    public synchronized void comment() {
        sendEvent(ServerSentEvent.comment());
    }

    private void sendEvent(byte[] event) {
        if (!accepted || broken || ended) {
            return;
        }
        try {
            if (out.isEmpty()) {
                open();
            }
            out.orElseThrow().write(event);
            response.flushBuffer();
        } catch (IOException e) {
            // The client is gone; whether that cancels the call is the revision's choice.
            broken = true;
        }
    }

    /**
     * Tells whether the client takes messages before the answer.
     *
     * @return whether it accepts event streams
     */
    public boolean isAccepted() {
        return accepted;
    }

    /**
     * Tells whether the client went away while messages were sent to it.
     *
     * @return whether nothing will arrive any more
     */
    public synchronized boolean isBroken() {
        return broken;
    }

    /**
     * Sends the answer, as the last event or as a body of its own.
     *
     * @param reply the answer
     * @throws IOException if the connection fails
     */
    public synchronized void end(HttpReply reply) throws IOException {
        ended = true;
        if (out.isEmpty()) {
            reply.send(response);
        } else if (!broken && reply.body().length > 0) {
            out.orElseThrow().write(ServerSentEvent.message(reply.body()));
        }
    }

    /**
     * Ends without an answer, which a client that cancelled its call doesn't wait for.
     *
     * @throws IOException if the connection fails
     */
    public synchronized void endWithout() throws IOException {
        ended = true;
        if (out.isEmpty()) {
            if (accepted) {
                open();
            } else {
                HttpReply.empty(202).send(response);
            }
        }
    }

    private void open() throws IOException {
        head(response);
        out = Optional.of(response.getOutputStream());
    }

    /**
     * Writes the head of a response that is a stream of events.
     *
     * @param response the response, uncommitted
     */
    public static void head(HttpServletResponse response) {
        response.setStatus(200);
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
