/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends the bytes of a request exactly as given and reads the answer, without normalising anything.
 *
 * <p>RFC 9112: bodies end by {@code Content-Length}, by the last chunk, or with the connection. An answer that takes longer
 * than 30 seconds is an error. One connection carries one exchange. What an MCP endpoint answers has to be valid by the
 * schema of its revision, or the test that asked fails.
 */
public final class RawHttp {
    private static final int TIMEOUT_MILLIS = 30_000;

    private RawHttp() {}

    /**
     * Sends a request that is written as text.
     *
     * @param server whose host and port to connect to
     * @param request the whole request, sent as UTF-8; lines end as they are written here
     * @return the answer
     */
    public static HttpAnswer send(URI server, String request) {
        return send(server, request.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends a request byte by byte.
     *
     * @param server whose host and port to connect to
     * @param request the whole request
     * @return the answer
     */
    public static HttpAnswer send(URI server, byte[] request) {
        return send(server, "127.0.0.1", request);
    }

    /**
     * Sends a request byte by byte from an address of this machine.
     *
     * @param server whose host and port to connect to
     * @param from the address that the server shall see, such as {@code 127.0.0.2}
     * @param request the whole request
     * @return the answer
     */
    public static HttpAnswer send(URI server, String from, byte[] request) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MILLIS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            boolean head =
                    new String(request, 0, Math.min(5, request.length), StandardCharsets.ISO_8859_1).equals("HEAD ");
            HttpAnswer answer = read(new BufferedInputStream(socket.getInputStream()), head);
            McpAnswers.check(request, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpAnswer read(InputStream in, boolean head) throws IOException {
        HttpAnswer answer = head(in);
        return head ? answer : withBody(in, answer);
    }

    /** Reads an answer up to its body. */
    static HttpAnswer head(InputStream in) throws IOException {
        int status = status(line(in));
        List<Map.Entry<String, String>> headers = headers(in);
        while (status >= 100 && status < 200 && status != 101) {
            status = status(line(in));
            headers = headers(in);
        }
        return new HttpAnswer(status, headers, new byte[0]);
    }

    /** Reads the body, and returns the answer with it. */
    static HttpAnswer withBody(InputStream in, HttpAnswer head) throws IOException {
        int status = head.status();
        boolean bodiless = status < 200 || status == 204 || status == 304;
        return bodiless ? head : new HttpAnswer(status, head.headers(), body(in, head));
    }

    static boolean isChunked(HttpAnswer head) {
        return head.header("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent();
    }

    /** Reads a chunk up to the end of its data; the one without data is the last, and read with the trailer section. */
    static byte[] chunk(InputStream in) throws IOException {
        byte[] data = exactly(in, chunkSize(in));
        if (data.length == 0) {
            headers(in);
        }
        return data;
    }

    /** Reads the line end after a chunk, which some servers send only before the next one. */
    static void endOfChunk(InputStream in) throws IOException {
        line(in);
    }

    private static int status(String line) throws IOException {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new IOException("Not a status line: " + line);
        }
        return Integer.parseInt(parts[1]);
    }

    private static List<Map.Entry<String, String>> headers(InputStream in) throws IOException {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("Not a header line: " + line);
            }
            headers.add(Map.entry(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private static byte[] body(InputStream in, HttpAnswer head) throws IOException {
        if (isChunked(head)) {
            return chunks(in);
        }
        if (head.header("Content-Length").isPresent()) {
            return exactly(in, Integer.parseInt(head.header("Content-Length").get()));
        }
        return in.readAllBytes();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] chunk = chunk(in); chunk.length > 0; chunk = chunk(in)) {
            body.write(chunk);
            endOfChunk(in);
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The body ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException(
                        "The connection ended after \"" + line.toString(StandardCharsets.ISO_8859_1) + "\"");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
