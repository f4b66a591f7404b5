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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who watch the tool calls of an endpoint, each of whom may fail without anybody noticing but the log.
 *
 * <p>Immutable and thread-safe.
 */
final class Observers {
    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<ToolCallObserver> observers;

    private Observers(List<ToolCallObserver> observers) {
        this.observers = observers;
    }

    /** Finds the observers that an application has put into its context, in the order of their attributes' names. */
    static Observers of(ServletContext context) {
        return new Observers(Collections.list(context.getAttributeNames()).stream()
                .sorted()
                .map(context::getAttribute)
                .filter(ToolCallObserver.class::isInstance)
                .map(ToolCallObserver.class::cast)
                .toList());
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
        if (observers.isEmpty()) {
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
        List<ToolCallObservation> observations = new ArrayList<>(observers.size());
        for (ToolCallObserver observer : observers) {
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
