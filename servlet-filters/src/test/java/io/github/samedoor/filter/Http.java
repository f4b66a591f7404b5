/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A client that sends request lines and headers byte for byte, which java.net.http refuses to do. */
record Http(int port) {
    /** An answer: the status, the header lines and the body. */
    record Answer(int status, List<String> headers, String body) {
        List<String> all(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .toList();
        }

        Optional<String> first(String name) {
            return all(name).stream().findFirst();
        }
    }

    Answer get(String target, String... headers) throws IOException {
        return send("GET", target, headers);
    }

    /** Sends a request with header lines such as {@code Authorization: Bearer x}. */
    Answer send(String method, String target, String... headers) throws IOException {
        return sendBody(method, target, "", headers);
    }

    /** Sends a request with a body of ASCII. */
    Answer sendBody(String method, String target, String body, String... headers) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(method + ' ' + target + " HTTP/1.1");
        lines.add("Host: localhost");
        lines.add("Connection: close");
        lines.addAll(List.of(headers));
        if (!body.isEmpty()) {
            lines.add("Content-Length: " + body.length());
        }
        String request = String.join("\r\n", lines) + "\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = List.of(text.substring(0, end).split("\r\n", -1));
        int status = Integer.parseInt(lines.get(0).substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        return new Answer(status, lines.subList(1, lines.size()), text.substring(end + 4));
    }
}
