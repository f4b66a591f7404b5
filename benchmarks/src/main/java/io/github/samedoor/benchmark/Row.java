/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import java.util.Locale;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param container where it was measured
 * @param what what was measured
 * @param reference the absolute figure of what it is compared with
 * @param measured the absolute figure
 * @param result what comes of the two
 * @param target what was aimed at, where there is a target
 */
record Row(String container, String what, double reference, double measured, double result, Optional<Target> target) {
    /**
     * A target.
     *
     * @param least what has to be reached
     * @param aim what is wanted
     */
    record Target(double least, double aim) {
        /** Says how far a result came. */
        String verdict(double result) {
            boolean small = aim < least;
            if (small ? result <= aim : result >= aim) {
                return "aim";
            }
            return (small ? result <= least : result >= least) ? "met" : "missed";
        }
    }

    static Row ratio(Container container, String what, double reference, double measured, Target target) {
        return ratio(container, what, reference, measured, measured / reference, Optional.of(target));
    }

    static Row ratio(
            Container container,
            String what,
            double reference,
            double measured,
            double ratio,
            Optional<Target> target) {
        return new Row(container.name(), what, reference, measured, ratio, target);
    }

    static Row beyond(Container container, String what, double reference, double measured, Target target) {
        return new Row(container.name(), what, reference, measured, measured - reference, Optional.of(target));
    }

    static String heading() {
        return "| container | what | against | measured | result | at least | aim | verdict |\n|---|---|---|---|---|---|---|---|";
    }

    String verdict() {
        return target.map(wanted -> wanted.verdict(result)).orElse("");
    }

    /** Writes the line in Markdown. */
    String markdown() {
        return "| " + String.join(" | ", container, what, text(reference), text(measured), text(result)) + " | "
                + target.map(wanted -> text(wanted.least())).orElse("") + " | "
                + target.map(wanted -> text(wanted.aim())).orElse("") + " | " + verdict() + " |";
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%,.2f" : "%,.0f", number);
    }
}
