/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.opentelemetry;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.observation.ToolCallEnd;
import io.github.samedoor.observation.ToolCallObservation;
import io.github.samedoor.observation.ToolCallStart;
import io.github.samedoor.observation.TraceContext;
import io.github.samedoor.route.PathTemplate;
import io.github.samedoor.route.Route;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolName;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenTelemetryToolCallsTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final OpenTelemetryToolCalls calls = new OpenTelemetryToolCalls(TELEMETRY.getOpenTelemetry());

    @Test
    void theSpanStandsBetweenTheClientsSpanAndWhatTheRouteStarts() {
        ToolCallObservation call =
                calls.begin(start(true, TraceContext.of(Optional.of(PARENT), Optional.of("a=b,c=d"))));
        Span within = TELEMETRY
                .getOpenTelemetry()
                .getTracer("route")
                .spanBuilder("query")
                .startSpan();
        within.end();
        TraceContext seen = call.trace();
        call.end(ToolCallEnd.answered(200));
        assertThat(Span.current().getSpanContext().isValid(), is(false));

        SpanData span = span("tools/call get_orders");
        assertThat(span.getParentSpanId(), is("00f067aa0ba902b7"));
        assertThat(span.getTraceId(), is(TRACE));
        assertThat(span("query").getParentSpanId(), is(span.getSpanId()));
        assertThat(seen.traceparent(), is(Optional.of("00-" + TRACE + '-' + span.getSpanId() + "-01")));
        assertThat(seen.tracestate(), is(Optional.of("a=b,c=d")));
        assertThat(span.getAttributes().get(AttributeKey.stringKey("gen_ai.tool.name")), is("get_orders"));
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")), is(200L));
        assertThat(span.getStatus().getStatusCode(), is(StatusCode.UNSET));
    }

    @Test
    void aFailureIsAnErrorAndARefusalHasItsType() {
        calls.begin(start(true, TraceContext.none())).end(new ToolCallEnd(ToolCallEnd.Outcome.FAILED, 504, "timeout"));
        SpanData failed = span("tools/call get_orders");
        assertThat(failed.getStatus().getStatusCode(), is(StatusCode.ERROR));
        assertThat(failed.getAttributes().get(AttributeKey.stringKey("error.type")), is("timeout"));
    }

    @Test
    void anUnknownToolsNameIsInNoSpan() {
        calls.begin(start(false, TraceContext.none()))
                .end(new ToolCallEnd(ToolCallEnd.Outcome.REJECTED, 404, "unknown-tool"));
        SpanData span = span("tools/call");
        assertThat(span.toString().contains("get_orders"), is(false));
        assertThat(span.getStatus().getStatusCode(), is(StatusCode.UNSET));
    }

    private static SpanData span(String name) {
        return TELEMETRY.getSpans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ToolCallStart start(boolean known, TraceContext trace) {
        Tool tool = new Tool(
                new ToolName("get_orders"),
                new Route("GET", PathTemplate.parse("/orders")),
                "Orders",
                "Lists the orders",
                List.of(),
                "{\"type\":\"object\"}",
                Optional.empty());
        return new ToolCallStart(
                ToolCallStart.Way.MCP,
                "get_orders",
                known ? Optional.of(tool) : Optional.empty(),
                Optional.empty(),
                "127.0.0.1",
                trace,
                () -> "{}");
    }
}
