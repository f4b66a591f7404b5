/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Sends calls to the application; follows no redirect and keeps no cookie. Thread-safe. */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String application;

    Client(URI application) {
        String text = application.toString();
        this.application = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Sends a call with a credential. */
    HttpResponse<byte[]> send(Credential credential, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application + call.target()))
                .timeout(PATIENCE)
                .method(
                        call.method(),
                        call.body().isPresent()
                                ? BodyPublishers.ofString(call.body().get())
                                : BodyPublishers.noBody());
        add(request, credential.headers());
        add(request, call.headers());
        return sent(request.build());
    }

    // A server that refuses a call without reading its body closes the connection, and the next call may meet that.
    private HttpResponse<byte[]> sent(HttpRequest request) {
        try {
            try {
                return http.send(request, BodyHandlers.ofByteArray());
            } catch (IOException closed) {
                return http.send(request, BodyHandlers.ofByteArray());
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + " got no answer: is the application running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calling the application", e);
        }
    }

    private static void add(HttpRequest.Builder request, List<String> headers) {
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
    }
}
