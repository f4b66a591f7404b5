/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.opentelemetry;

import io.github.samedoor.observation.ToolCallEnd;
import io.github.samedoor.observation.ToolCallObservation;
import io.github.samedoor.observation.ToolCallObserver;
import io.github.samedoor.observation.ToolCallStart;
import io.github.samedoor.observation.TraceContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes each tool call a span, the parent of whatever its route starts.
 *
 * <p>The span's own parent is what the client declares in the request's {@code _meta} or headers, or else the span that is current
 * on the thread. The route sees the span in its {@code traceparent}. Names and attributes follow the semantic conventions for MCP:
 * {@code tools/call <tool>}, {@code mcp.method.name}, {@code gen_ai.tool.name}, {@code error.type}; an unknown tool's name isn't among
 * them, since clients could make up any number. Thread-safe.
 */
public final class OpenTelemetryToolCalls implements ToolCallObserver {
    private static final Parent PARENT = new Parent();

    private final Tracer tracer;

    /**
     * Makes the observer.
     *
     * @param telemetry where spans go
     */
    public OpenTelemetryToolCalls(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.github.samedoor");
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the end of the observation closes the scope, on this thread
    public ToolCallObservation begin(ToolCallStart start) {
        Optional<String> tool = start.tool().map(known -> known.name().text());
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.current(), start.trace(), PARENT);
        SpanBuilder builder = tracer.spanBuilder(
                        "tools/call" + tool.map(name -> ' ' + name).orElse(""))
                .setParent(parent)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("mcp.method.name", "tools/call")
                .setAttribute("samedoor.way", start.way().name().toLowerCase(Locale.ROOT));
        tool.ifPresent(name -> builder.setAttribute("gen_ai.tool.name", name));
        Span span = builder.startSpan();
        return new Observed(span, span.makeCurrent());
    }

    private record Observed(Span span, Scope scope) implements ToolCallObservation {
        @Override
        public TraceContext trace() {
            SpanContext context = span.getSpanContext();
            if (!context.isValid()) {
                return TraceContext.none();
            }
            String parent = "00-" + context.getTraceId() + '-' + context.getSpanId() + '-'
                    + context.getTraceFlags().asHex();
            StringBuilder state = new StringBuilder();
            context.getTraceState()
                    .forEach((key, value) -> state.append(state.isEmpty() ? "" : ",")
                            .append(key)
                            .append('=')
                            .append(value));
            return TraceContext.of(
                    Optional.of(parent), Optional.of(state.toString()).filter(text -> !text.isEmpty()));
        }

        @Override
        public void end(ToolCallEnd end) {
            span.setAttribute("http.response.status_code", end.status());
            if (end.outcome() != ToolCallEnd.Outcome.ANSWERED) {
                span.setAttribute("error.type", end.reason().isEmpty() ? Integer.toString(end.status()) : end.reason());
            }
            if (end.outcome() == ToolCallEnd.Outcome.FAILED) {
                span.setStatus(StatusCode.ERROR);
            }
            scope.close();
            span.end();
        }
    }

    private static final class Parent implements TextMapGetter<TraceContext> {
        @Override
        public @Nullable String get(@Nullable TraceContext carrier, String key) {
            if (carrier == null) {
                return null;
            }
            return key.equals("traceparent")
                    ? carrier.traceparent().orElse(null)
                    : key.equals("tracestate") ? carrier.tracestate().orElse(null) : null;
        }
    }
}
