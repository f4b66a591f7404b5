/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept connection that sends the same bytes again and again and allocates nothing for an answer. */
final class Connection implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] request;
    private final byte[] answer = new byte[1 << 16];
    private final int answerLength;

    Connection(int port, Call call) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        out = socket.getOutputStream();
        in = socket.getInputStream();
        request = bytes(call);
        answerLength = first(call);
    }

    /** Sends the request and reads the answer, which is as long as the first one was. */
    int exchange() throws IOException {
        out.write(request);
        int read = 0;
        while (read < answerLength) {
            int count = in.read(answer, read, answerLength - read);
            if (count < 0) {
                throw new IOException("The server closed the connection");
            }
            read += count;
        }
        if (answer[9] != '2') {
            throw new IOException("The call failed: " + new String(answer, 0, read, StandardCharsets.UTF_8));
        }
        return read;
    }

    private int first(Call call) throws IOException {
        out.write(request);
        int read = 0;
        while (true) {
            read += in.read(answer, read, answer.length - read);
            String text = new String(answer, 0, read, StandardCharsets.ISO_8859_1);
            int head = text.indexOf("\r\n\r\n");
            int declared = text.toLowerCase(Locale.ROOT).indexOf("content-length: ");
            if (head < 0) {
                continue;
            }
            if (declared < 0 || !text.startsWith("HTTP/1.1 200")) {
                throw new IOException("The call failed: " + text);
            }
            int from = declared + "content-length: ".length();
            int length = head + 4 + Integer.parseInt(text.substring(from, text.indexOf('\r', from)));
            if (read == length) {
                if (!text.contains(call.mark())) {
                    throw new IOException("The call was answered wrongly: " + text);
                }
                return length;
            }
        }
    }

    private static byte[] bytes(Call call) {
        StringBuilder text = new StringBuilder(call.method() + " " + call.path() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (int i = 0; i < call.headers().size(); i += 2) {
            text.append(call.headers().get(i))
                    .append(": ")
                    .append(call.headers().get(i + 1))
                    .append("\r\n");
        }
        if (!call.body().isEmpty()) {
            text.append("Content-Length: ").append(call.body().length()).append("\r\n");
        }
        return text.append("\r\n").append(call.body()).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
