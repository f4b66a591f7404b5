/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads the lines of an event stream as they come. */
final class EventReader implements AutoCloseable, Flow.Subscriber<String> {
    static final String END = "<end>";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final CompletableFuture<HttpResponse.ResponseInfo> head = new CompletableFuture<>();
    private final CompletableFuture<HttpResponse<Void>> response;

    private EventReader(HttpClient client, HttpRequest request) {
        response = client.sendAsync(request, info -> {
            head.complete(info);
            return HttpResponse.BodySubscribers.fromLineSubscriber(this);
        });
    }

    static EventReader of(HttpClient client, HttpRequest request) {
        return new EventReader(client, request);
    }

    /** Returns the status and the header lines, as soon as they are there. */
    HttpResponse.ResponseInfo head() throws Exception {
        return head.get(10, TimeUnit.SECONDS);
    }

    /** Returns the next message, or {@link #END}; comments and ids are left out. */
    String next() throws InterruptedException {
        while (true) {
            String line = nextLine();
            if (line.startsWith("data: {") || line.equals(END)) {
                return line.equals(END) ? END : line.substring(6);
            }
        }
    }

    /** Returns the next line that isn't empty, or {@link #END}. */
    String nextLine() throws InterruptedException {
        while (true) {
            String line = lines.poll(10, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("Nothing came within 10 seconds");
            }
            if (!line.isEmpty()) {
                return line;
            }
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription.complete(begun);
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable e) {
        lines.add(END);
    }

    @Override
    public void onComplete() {
        lines.add(END);
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        if (subscription.isDone()) {
            subscription.join().cancel();
        }
        response.cancel(true);
    }
}
