/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The cookies that a route set, in their order; used by one thread at a time. */
public final class CapturedCookies {
    private final List<Consumer<HttpServletResponse>> lines = new ArrayList<>();
    private final Set<String> values = new LinkedHashSet<>();

    CapturedCookies() {}

    void add(Cookie cookie) {
        Cookie copy = (Cookie) cookie.clone();
        lines.add(response -> response.addCookie(copy));
        if (copy.getValue() != null) {
            values.add(copy.getValue());
        }
    }

    /** Adds a line as it would be sent (RFC 6265 section 4.1). */
    void add(String line) {
        lines.add(response -> response.addHeader("Set-Cookie", line));
        String pair = line.split(";", 2)[0];
        values.add(pair.substring(pair.indexOf('=') + 1).strip());
    }

    void clear() {
        lines.clear();
        values.clear();
    }

    /** Sends them to the client. */
    public void sendTo(HttpServletResponse response) {
        lines.forEach(line -> line.accept(response));
    }

    /** Returns their values, which belong into no text. */
    public Set<String> values() {
        return Set.copyOf(values);
    }
}
