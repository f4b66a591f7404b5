/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import io.github.samedoor.benchmark.Load.Round;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Rounds of two calls that were measured in turn, so that what disturbs the machine disturbs both.
 *
 * @param pairs the rounds
 */
record Pairs(List<Pair> pairs) {
    /**
     * Two rounds, one right after the other.
     *
     * @param reference the call that is compared with
     * @param measured the call that is measured
     */
    record Pair(Round reference, Round measured) {}

    double reference(ToDoubleFunction<Round> figure) {
        return median(pair -> figure.applyAsDouble(pair.reference()));
    }

    double measured(ToDoubleFunction<Round> figure) {
        return median(pair -> figure.applyAsDouble(pair.measured()));
    }

    /** Returns the median of what comes of each pair. */
    double each(ToDoubleFunction<Round> figure, ToDoubleBiFunction<Double, Double> result) {
        return median(pair ->
                result.applyAsDouble(figure.applyAsDouble(pair.reference()), figure.applyAsDouble(pair.measured())));
    }

    private double median(ToDoubleFunction<Pair> figure) {
        double[] sorted = pairs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
