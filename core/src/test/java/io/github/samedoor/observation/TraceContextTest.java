/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void readsTheSpecificationsExample() {
        TraceContext context = TraceContext.of(Optional.of(PARENT), Optional.of("rojo=00f067aa0ba902b7"));
        assertThat(context.traceparent(), is(Optional.of(PARENT)));
        assertThat(context.tracestate(), is(Optional.of("rojo=00f067aa0ba902b7")));
        assertThat(context.traceId(), is(Optional.of(TRACE)));
    }

    @Test
    void takesWhatIsMalformedForAbsent() {
        for (String wrong : new String[] {
            "",
            PARENT.toUpperCase(java.util.Locale.ROOT),
            "ff" + PARENT.substring(2),
            "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01",
            "00-" + TRACE + "-0000000000000000-01",
            PARENT + "\r\nX-Evil: 1",
            PARENT + "-more"
        }) {
            assertThat(wrong, TraceContext.of(Optional.of(wrong), Optional.of("a=b")), is(TraceContext.none()));
        }
    }

    @Test
    void dropsAStateThatIsNoHeaderValueOrTooLong() {
        assertThat(TraceContext.of(Optional.of(PARENT), Optional.of("a=b\nc")).tracestate(), is(Optional.empty()));
        assertThat(
                TraceContext.of(Optional.of(PARENT), Optional.of("a".repeat(513)))
                        .tracestate(),
                is(Optional.empty()));
        assertThat(TraceContext.of(Optional.empty(), Optional.of("a=b")).tracestate(), is(Optional.empty()));
    }
}
