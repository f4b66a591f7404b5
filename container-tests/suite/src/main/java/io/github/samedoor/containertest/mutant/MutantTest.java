/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.mutant;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.matrix.Comparison;
import io.github.samedoor.containertest.matrix.MatrixPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A test of the tests: with any one guard of the door broken, generated applications show it. */
public final class MutantTest {
    private static final List<Long> SEEDS = List.of(1L, 4L, 5L, 8L, 12L);
    private static final int ALL = Integer.MAX_VALUE;
    private static final String CLOSED = "closed by the self-test";

    private final Set<String> outcomes = new TreeSet<>();

    @TestFactory
    Stream<DynamicTest> everyBrokenGuardIsSeen() {
        return Mutant.all().stream()
                .map(mutant -> dynamicTest(mutant.name(), () -> {
                    outcomes.clear();
                    assertThat("a difference was seen", isSeen(mutant), is(true));
                    // A door that is broken altogether would be seen too, and show nothing. On another thread
                    // Undertow's forward reaches no route at all, so there a refusal has to do. And some are seen
                    // by the self-test, which keeps the door closed.
                    assertThat(outcomes, anyOf(hasItem("200/200"), hasItem("403/403"), hasItem(CLOSED)));
                }));
    }

    private static boolean offersNothing(RunningContainer container) {
        return new Http(container.baseUri()).get("/mcp/tools").text().contains("\"tools\":[]");
    }

    private boolean isSeen(Mutant mutant) {
        for (long seed : SEEDS) {
            List<String> seen = seen(mutant, MatrixPlan.of(seed));
            if (!seen.isEmpty()) {
                System.out.println("mutant '" + mutant.name() + "' is seen " + seen.size() + " times");
                return true;
            }
        }
        return false;
    }

    private List<String> seen(Mutant mutant, MatrixPlan plan) {
        try (RunningContainer container = TestContainer.onClassPath().start(plan.application(mutant.library()))) {
            Comparison comparison = new Comparison(plan, new Http(container.baseUri()));
            List<String> seen = new ArrayList<>(comparison.differences(ALL));
            seen.addAll(comparison.unrefused());
            outcomes.addAll(comparison.outcomes());
            if (offersNothing(container)) {
                outcomes.add(CLOSED);
            }
            return seen;
        }
    }
}
