/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import io.github.samedoor.route.HeaderField;
import io.github.samedoor.route.HeaderFields;
import io.github.samedoor.route.RouteAnswer;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that name a session of the caller's: they are for the client's cookie store, and for no text that a model sees.
 *
 * <p>These are the session's id before and after the call, and the value of every cookie, sent or set, that is long enough to
 * be a secret. Found as they are; a route that encodes one gets it past. Immutable.
 */
final class SessionSecrets {
    private static final int SHORTEST = 16;
    private static final byte HIDDEN = '*';

    private final Set<String> secrets;

    private SessionSecrets(Set<String> secrets) {
        this.secrets = Set.copyOf(secrets);
    }

    /** Collects what the caller sent and what it will be told to keep. */
    static SessionSecrets of(HttpServletRequest container, Collection<String> setCookies) {
        Set<String> secrets = new LinkedHashSet<>();
        addLong(secrets, container.getRequestedSessionId());
        HttpSession session = container.getSession(false);
        if (session != null) {
            addLong(secrets, session.getId());
        }
        Cookie[] sent = container.getCookies();
        if (sent != null) {
            Arrays.stream(sent).forEach(cookie -> addLong(secrets, cookie.getValue()));
        }
        setCookies.forEach(value -> addLong(secrets, value));
        return new SessionSecrets(secrets);
    }

    private static void addLong(Set<String> secrets, @Nullable String value) {
        if (value != null && value.length() >= SHORTEST) {
            secrets.add(value);
        }
    }

    /** Returns the answer with every character of every secret replaced by an asterisk. */
    RouteAnswer hiddenIn(RouteAnswer answer) {
        byte[] body = answer.body();
        for (String secret : secrets) {
            body = hide(secret.getBytes(StandardCharsets.UTF_8), body);
        }
        HeaderFields headers = new HeaderFields(answer.headers().fields().stream()
                .map(field -> new HeaderField(field.name(), hide(field.value())))
                .toList());
        return new RouteAnswer(answer.status(), headers, body, answer.truncated());
    }

    private String hide(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, "*".repeat(secret.length()));
        }
        return hidden;
    }

    private static byte[] hide(byte[] secret, byte[] body) {
        byte[] hidden = body;
        for (int at = 0; at + secret.length <= body.length; at++) {
            if (Arrays.equals(body, at, at + secret.length, secret, 0, secret.length)) {
                hidden = hidden == body ? body.clone() : hidden;
                Arrays.fill(hidden, at, at + secret.length, HIDDEN);
            }
        }
        return hidden;
    }
}
