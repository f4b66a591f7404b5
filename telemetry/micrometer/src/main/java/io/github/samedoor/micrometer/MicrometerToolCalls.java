/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.micrometer;

import io.github.samedoor.observation.ToolCallEnd;
import io.github.samedoor.observation.ToolCallObservation;
import io.github.samedoor.observation.ToolCallObserver;
import io.github.samedoor.observation.ToolCallStart;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/**
 * Counts and times tool calls.
 *
 * <p>{@value #CALLS} is a timer, and so a counter, of the calls that ended; {@value #ACTIVE} is a long task timer of those under way. Their tags
 * are bounded by what is offered, whatever clients send: {@code tool} (a tool's MCP name, or {@code unknown}), {@code way}
 * ({@code mcp}, {@code invoke}) and, of the calls that ended, {@code outcome}, {@code status} ({@code 2xx} and so on) and {@code reason}.
 * Thread-safe.
 */
public final class MicrometerToolCalls implements ToolCallObserver {
    /** The name of the timer of calls that ended. */
    public static final String CALLS = "samedoor.tool.calls";

    /** The name of the timer of calls under way. */
    public static final String ACTIVE = "samedoor.tool.calls.active";

    private final MeterRegistry registry;

    /**
     * Makes the observer.
     *
     * @param registry where the meters are kept
     */
    public MicrometerToolCalls(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public ToolCallObservation begin(ToolCallStart start) {
        Tags tags = Tags.of(
                "tool",
                start.tool().map(tool -> tool.name().text()).orElse("unknown"),
                "way",
                start.way().name().toLowerCase(Locale.ROOT));
        LongTaskTimer.Sample active =
                LongTaskTimer.builder(ACTIVE).tags(tags).register(registry).start();
        Timer.Sample sample = Timer.start(registry);
        return end -> {
            active.stop();
            sample.stop(Timer.builder(CALLS)
                    .description("Tool calls that ended")
                    .tags(tags)
                    .tags(endTags(end))
                    .register(registry));
        };
    }

    private static Tags endTags(ToolCallEnd end) {
        return Tags.of(
                "outcome",
                end.outcome().name().toLowerCase(Locale.ROOT),
                "status",
                end.status() / 100 + "xx",
                "reason",
                end.reason().isEmpty() ? "none" : end.reason());
    }
}
