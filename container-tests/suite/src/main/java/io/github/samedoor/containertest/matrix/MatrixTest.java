/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.matrix;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * In generated applications every direct call and its tool call end alike and pass the same filters.
 *
 * <p>The system property {@code samedoor.matrix.seeds} tries other applications, as in {@code 7,8,9}.
 */
public final class MatrixTest {
    private static final String SEEDS = System.getProperty("samedoor.matrix.seeds", "1,4,5,8,12");
    private static final int SHOWN = 5;

    private final Set<String> outcomes = new TreeSet<>();
    private int compared;
    private int notOffered;

    @TestFactory
    Stream<DynamicTest> generatedApplications() {
        List<Long> seeds = Arrays.stream(SEEDS.split(",")).map(Long::valueOf).toList();
        return Stream.concat(
                seeds.stream().map(seed -> dynamicTest("application of seed " + seed, () -> compare(seed))),
                Stream.of(dynamicTest("the applications had guards of all kinds", this::sawEnough)));
    }

    private void compare(long seed) {
        MatrixPlan plan = MatrixPlan.of(seed);
        try (RunningContainer container = TestContainer.onClassPath().start(plan.application())) {
            Comparison comparison = new Comparison(plan, new Http(container.baseUri()));
            List<String> differences = comparison.differences(SHOWN);
            differences.addAll(comparison.unrefused());
            compared += comparison.compared();
            notOffered += comparison.notOffered();
            outcomes.addAll(comparison.outcomes());
            assertThat("\n" + String.join("\n", differences) + "\nin " + plan, differences, is(empty()));
        }
    }

    /** A comparison of nothing but refusals, or of nothing but open doors, would show nothing. */
    private void sawEnough() {
        System.out.println("matrix: " + compared + " calls agree, " + notOffered
                + " of tools that aren't offered; direct/tool " + outcomes);
        assertThat(outcomes, hasItems("200/200", "401/401", "403/403"));
        assertThat(compared, greaterThan(4 * notOffered));
    }
}
