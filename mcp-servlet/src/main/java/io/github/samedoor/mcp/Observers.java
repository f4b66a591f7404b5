/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.samedoor.observation.ToolCallObservation;
import io.github.samedoor.observation.ToolCallObserver;
import io.github.samedoor.observation.ToolCallStart;
import io.github.samedoor.observation.TraceContext;
import io.github.samedoor.tool.Tool;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who watch the tool calls of an endpoint, each of whom may fail without anybody noticing but the log.
 *
 * <p>They are looked for at the first call and once a second, since some containers start a filter that brings one no earlier
 * than its first request. Thread-safe.
 */
final class Observers {
    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);
    private static final long LOOK_EVERY_NANOS = 1_000_000_000L;

    private final ServletContext context;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile List<ToolCallObserver> observers = List.of();

    private Observers(ServletContext context) {
        this.context = context;
    }

    /** Makes the observers that an application puts into its context, in the order of their attributes' names. */
    static Observers of(ServletContext context) {
        return new Observers(context);
    }

    private List<ToolCallObserver> observers() {
        long now = System.nanoTime();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_EVERY_NANOS)) {
            observers = Collections.list(context.getAttributeNames()).stream()
                    .sorted()
                    .map(context::getAttribute)
                    .filter(ToolCallObserver.class::isInstance)
                    .map(ToolCallObserver.class::cast)
                    .toList();
        }
        return observers;
    }

    /** Begins a call by MCP. */
    ObservedCall byMcp(
            HttpServletRequest http,
            String name,
            Optional<Toolbox.Entry> tool,
            JsonNode arguments,
            TraceContext trace) {
        return begin(ToolCallStart.Way.MCP, http, name, tool, arguments, trace);
    }

    /** Begins a call by plain JSON. */
    ObservedCall byInvoke(HttpServletRequest http, String name, Optional<Toolbox.Entry> tool, JsonNode arguments) {
        return begin(ToolCallStart.Way.INVOKE, http, name, tool, arguments, TraceContext.none());
    }

    private ObservedCall begin(
            ToolCallStart.Way way,
            HttpServletRequest http,
            String name,
            Optional<Toolbox.Entry> entry,
            JsonNode arguments,
            TraceContext declared) {
        List<ToolCallObserver> known = observers();
        if (known.isEmpty()) {
            return new ObservedCall(List.of(), declared);
        }
        Optional<Tool> tool = entry.map(Toolbox.Entry::tool);
        ToolCallStart start = new ToolCallStart(
                way,
                name,
                tool,
                Optional.ofNullable(http.getUserPrincipal()),
                http.getRemoteAddr(),
                declared.or(sent(http)),
                () -> MaskedArguments.of(tool, arguments));
        List<ToolCallObservation> observations = new ArrayList<>(known.size());
        for (ToolCallObserver observer : known) {
            try {
                observations.add(observer.begin(start));
            } catch (RuntimeException e) {
                LOG.error("An observer of tool calls failed", e);
            }
        }
        return new ObservedCall(observations, declared);
    }

    private static TraceContext sent(HttpServletRequest http) {
        return TraceContext.of(
                Optional.ofNullable(http.getHeader("traceparent")), Optional.ofNullable(http.getHeader("tracestate")));
    }
}
