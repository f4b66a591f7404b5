/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.samedoor.route.HeaderField;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An answer that a filter gives in place of the route: fixed text, nothing of the request.
 *
 * @param status the HTTP status
 * @param error the text for people
 * @param headers the headers that go with it
 */
record Refusal(int status, String error, List<HeaderField> headers) {
    static final String ATTRIBUTE = "io.github.samedoor.filter.Refusal";

    Refusal {
        headers = List.copyOf(headers);
    }

    /** Refuses because a store doesn't answer: nothing is known about the caller. */
    static Refusal unavailable() {
        return new Refusal(503, "Try again later", List.of(new HeaderField("Retry-After", "5")));
    }

    /**
     * Sends the refusal; the chain must not be called after it.
     *
     * <p>In an include the container ignores status and headers, so nothing is written: what was to be included is left
     * out. The same holds for a response that is committed already.
     */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditTrail.of(request).ifPresent(trail -> trail.denied(error, status));
        if (request.getDispatcherType() == DispatcherType.INCLUDE || response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        headers.forEach(header -> response.addHeader(header.name(), header.value()));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        write(
                response,
                "{\"error\":\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(error)) + "\"}");
    }

    private static void write(HttpServletResponse response, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        try {
            response.getOutputStream().write(bytes);
        } catch (IllegalStateException e) {
            response.getWriter().write(body); // somebody before this filter has chosen the writer
        }
    }
}
