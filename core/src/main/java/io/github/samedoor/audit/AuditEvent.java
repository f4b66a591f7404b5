/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One decision about one caller: what is asked, by whom, and what came of it.
 *
 * <p>Texts may hold whatever a client sent; whoever writes them escapes and shortens them. There is no place for a
 * secret. Immutable and thread-safe.
 *
 * @param time when
 * @param action what was asked
 * @param actor who asked
 * @param target of what: the method and path of a request, the name that was given at a login
 * @param outcome what came of it
 * @param reason why, from a fixed set of texts; empty where it was granted
 * @param details further facts by name, such as {@code status}, {@code durationMillis}, {@code traceparent}
 */
public record AuditEvent(
        Instant time,
        Action action,
        AuditActor actor,
        String target,
        Outcome outcome,
        String reason,
        Map<String, String> details) {
    /** What was asked. */
    public enum Action {
        /** A request of a route. */
        REQUEST,
        /** A login with a password. */
        LOGIN,
        /** New tokens for a refresh token. */
        REFRESH,
        /** The end of a login. */
        LOGOUT,
        /** A call of a tool. */
        TOOL_CALL,
        /** A change of tokens, sessions or users by an administrator. */
        ADMINISTRATION
    }

    /** What came of it. */
    public enum Outcome {
        /** It was let through. */
        GRANTED,
        /** It was refused. */
        DENIED,
        /** It was let through and failed. */
        FAILED
    }

    /** Keeps a copy of the details, in their order. */
    public AuditEvent {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
}
