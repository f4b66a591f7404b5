/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.observation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a call stands in a distributed trace (W3C Trace Context, sections 3.2 and 3.3).
 *
 * <p>Immutable and thread-safe.
 *
 * @param traceparent the trace and the span that the call belongs to, or empty
 * @param tracestate what tracing systems add to it; empty where there is no traceparent
 */
public record TraceContext(Optional<String> traceparent, Optional<String> tracestate) {
    private static final TraceContext NONE = new TraceContext(Optional.empty(), Optional.empty());
    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7e]{1,512}");

    /**
     * Returns the context of a call that belongs to no trace.
     *
     * @return no context
     */
    public static TraceContext none() {
        return NONE;
    }

    /**
     * Reads a context that a client sent; what isn't well-formed counts as absent, as the specification wants.
     *
     * @param traceparent the text that should be a {@code traceparent}
     * @param tracestate the text that should be a {@code tracestate}; at most 512 characters of printable ASCII
     * @return the context, without a {@code tracestate} where there is no {@code traceparent}
     */
    public static TraceContext of(Optional<String> traceparent, Optional<String> tracestate) {
        Optional<String> parent =
                traceparent.filter(text -> PARENT.matcher(text).matches());
        return parent.isEmpty()
                ? NONE
                : new TraceContext(
                        parent, tracestate.filter(text -> STATE.matcher(text).matches()));
    }

    /**
     * Returns the id of the trace.
     *
     * @return 32 hex digits, or empty
     */
    public Optional<String> traceId() {
        return traceparent.map(text -> text.substring(3, 35));
    }

    /**
     * Returns this context, or another where this is none.
     *
     * @param other the other
     * @return one of the two
     */
    public TraceContext or(TraceContext other) {
        return traceparent.isPresent() ? this : other;
    }
}
