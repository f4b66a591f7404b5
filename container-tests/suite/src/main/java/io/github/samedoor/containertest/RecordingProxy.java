/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands between a client and a container, and checks what an MCP endpoint sends against the schema of its revision.
 *
 * <p>Event streams pass as they come. A side that goes away is gone for the other too, when that writes. The host that the
 * client names is the one that the container sees. Thread-safe.
 */
public final class RecordingProxy implements AutoCloseable {
    /** What concerns one connection alone; each side has its own. */
    private static final Set<String> HOP = Set.of(
            "connection", "content-length", "transfer-encoding", "keep-alive", "upgrade", "http2-settings", "date");

    private final URI target;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final CountDownLatch streaming = new CountDownLatch(1);

    private RecordingProxy(URI target, HttpServer server) {
        this.target = target;
        this.server = server;
    }

    /**
     * A request and what it was answered.
     *
     * @param request the request's bytes, as the container got them
     * @param answer the answer, as far as it came; of an event stream all whole events
     */
    public record Exchange(String request, HttpAnswer answer) {
        /**
         * Tells whether this was a message for the endpoint.
         *
         * @return whether it was posted there
         */
        public boolean isMessage() {
            return request.startsWith("POST ")
                    && request.lines().findFirst().orElse("").contains("/mcp ");
        }
    }

    /**
     * Starts a proxy on a free port of this machine.
     *
     * @param target the address of the application that it stands for
     * @return the proxy, to be closed
     */
    public static RecordingProxy before(URI target) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RecordingProxy proxy = new RecordingProxy(target, server);
            server.createContext("/", proxy::pass);
            server.setExecutor(proxy.threads);
            server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tells where clients shall go.
     *
     * @return the application's address here
     */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + target.getRawPath());
    }

    /**
     * Waits until a client has the stream that it opened with GET.
     *
     * @return whether it has one within 20 seconds
     * @throws InterruptedException if this thread is interrupted
     */
    public boolean awaitStream() throws InterruptedException {
        return streaming.await(20, TimeUnit.SECONDS);
    }

    /**
     * Ends all connections.
     *
     * @return what went by, in the order in which it ended
     * @throws AssertionError if an answer wasn't valid by the schema of its revision
     */
    public List<Exchange> finish() {
        server.stop(0);
        threads.shutdown();
        try {
            do {
                open.forEach(RecordingProxy::end);
            } while (!threads.awaitTermination(100, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        failures.forEach(failure -> {
            throw new AssertionError("A client was sent what isn't valid", failure);
        });
        return List.copyOf(exchanges);
    }

    @Override
    public void close() {
        finish();
    }

    private void pass(HttpExchange http) throws IOException {
        byte[] request = request(http);
        try (http;
                Socket socket = new Socket(target.getHost(), target.getPort())) {
            open.add(socket);
            socket.getOutputStream().write(request);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            HttpAnswer head = RawHttp.head(in);
            head.headers().stream()
                    .filter(header -> !HOP.contains(header.getKey().toLowerCase(Locale.ROOT)))
                    .forEach(header -> http.getResponseHeaders().add(header.getKey(), header.getValue()));
            if (RawHttp.isChunked(head)) {
                passChunks(http, request, head, in);
            } else {
                passWhole(http, request, head, in);
            }
        }
    }

    private void passWhole(HttpExchange http, byte[] request, HttpAnswer head, InputStream in) throws IOException {
        HttpAnswer answer = RawHttp.withBody(in, head);
        byte[] body = answer.body();
        record(request, answer);
        http.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        http.getResponseBody().write(body);
    }

    private void passChunks(HttpExchange http, byte[] request, HttpAnswer head, InputStream in) throws IOException {
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        boolean events = head.header("Content-Type").orElse("").startsWith("text/event-stream");
        try {
            http.sendResponseHeaders(head.status(), 0);
            OutputStream out = http.getResponseBody();
            out.flush();
            if (events && http.getRequestMethod().equals("GET")) {
                streaming.countDown();
            }
            for (byte[] chunk = RawHttp.chunk(in); chunk.length > 0; chunk = RawHttp.chunk(in)) {
                passed.write(chunk);
                out.write(chunk);
                out.flush();
                RawHttp.endOfChunk(in);
            }
        } finally {
            byte[] body = passed.toByteArray();
            record(request, new HttpAnswer(head.status(), head.headers(), events ? wholeEvents(body) : body));
        }
    }

    private void record(byte[] request, HttpAnswer answer) {
        exchanges.add(new Exchange(new String(request, StandardCharsets.UTF_8), answer));
        try {
            McpAnswers.check(request, answer);
        } catch (AssertionError | RuntimeException e) {
            failures.add(e);
        }
    }

    private static byte[] wholeEvents(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf("\n\n") + 1).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] request(HttpExchange http) throws IOException {
        byte[] body = http.getRequestBody().readAllBytes();
        StringBuilder head = new StringBuilder(http.getRequestMethod() + ' ' + http.getRequestURI() + " HTTP/1.1\r\n");
        http.getRequestHeaders().forEach((name, values) -> {
            if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
