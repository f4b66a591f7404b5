/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import java.nio.charset.StandardCharsets;

/** Frames what goes out on an event stream (HTML Living Standard, Server-sent events). */
public final class ServerSentEvent {
    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private ServerSentEvent() {}

    /**
     * Frames a message.
     *
     * @param message one line of JSON
     * @return the event
     */
    public static byte[] message(byte[] message) {
        byte[] event = new byte[DATA.length + message.length + END.length];
        System.arraycopy(DATA, 0, event, 0, DATA.length);
        System.arraycopy(message, 0, event, DATA.length, message.length);
        System.arraycopy(END, 0, event, DATA.length + message.length, END.length);
        return event;
    }

    /**
     * Makes a comment, which clients leave out and proxies take for a sign of life.
     *
     * @return the comment
     */
    public static byte[] comment() {
        return ":\n\n".getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Makes an event without a message, whose id a client gives when it comes back.
     *
     * @param id the id: visible ASCII
     * @return the event
     */
    public static byte[] primer(String id) {
        return ("id: " + id + "\ndata: \n\n").getBytes(StandardCharsets.US_ASCII);
    }
}
