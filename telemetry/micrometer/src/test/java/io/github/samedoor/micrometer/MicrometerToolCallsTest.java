/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.micrometer;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.observation.ToolCallEnd;
import io.github.samedoor.observation.ToolCallObservation;
import io.github.samedoor.observation.ToolCallStart;
import io.github.samedoor.observation.TraceContext;
import io.github.samedoor.route.PathTemplate;
import io.github.samedoor.route.Route;
import io.github.samedoor.tool.Tool;
import io.github.samedoor.tool.ToolName;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerToolCallsTest {
    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final MicrometerToolCalls calls = new MicrometerToolCalls(registry);

    @Test
    void countsAndTimesACallWithItsOutcome() {
        ToolCallObservation call = calls.begin(start("get_orders", true));
        clock.add(Duration.ofMillis(40));
        call.end(ToolCallEnd.answered(403));
        Timer timer = registry.get(MicrometerToolCalls.CALLS)
                .tags("tool", "get_orders", "way", "mcp", "outcome", "refused", "status", "4xx", "reason", "none")
                .timer();
        assertThat(timer.count(), is(1L));
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS), is(40.0));
    }

    @Test
    void showsTheCallsUnderWay() {
        ToolCallObservation call = calls.begin(start("get_orders", true));
        assertThat(active(), is(1));
        call.end(ToolCallEnd.answered(200));
        assertThat(active(), is(0));
    }

    @Test
    void namesThatClientsMakeUpAddNoMeter() {
        for (int i = 0; i < 100; i++) {
            calls.begin(start("made_up_" + i, false))
                    .end(new ToolCallEnd(ToolCallEnd.Outcome.REJECTED, 404, "unknown-tool"));
        }
        assertThat(registry.find(MicrometerToolCalls.CALLS).timers(), hasSize(1));
        assertThat(
                registry.get(MicrometerToolCalls.CALLS)
                        .tags("tool", "unknown", "reason", "unknown-tool")
                        .timer()
                        .count(),
                is(100L));
    }

    private int active() {
        return registry.get(MicrometerToolCalls.ACTIVE).longTaskTimer().activeTasks();
    }

    private static ToolCallStart start(String name, boolean known) {
        Tool tool = new Tool(
                new ToolName(name),
                new Route("GET", PathTemplate.parse("/orders")),
                name,
                "Lists the orders",
                List.of(),
                "{\"type\":\"object\"}",
                Optional.empty());
        return new ToolCallStart(
                ToolCallStart.Way.MCP,
                name,
                known ? Optional.of(tool) : Optional.empty(),
                Optional.empty(),
                "127.0.0.1",
                TraceContext.none(),
                () -> "{}");
    }
}
