/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.observation;

/**
 * What a tool call came to.
 *
 * @param outcome the kind of end
 * @param status the HTTP status that says it best: the route's own where it answered
 * @param reason why it wasn't let through or failed, from a fixed set of words such as {@code unknown-tool} or
 *     {@code timeout}; empty where the route answered
 */
public record ToolCallEnd(Outcome outcome, int status, String reason) {
    /** The kinds of ends; a closed set, fit for a metric's tag. */
    public enum Outcome {
        /** The route let it through and answered, whatever it answered. */
        ANSWERED,
        /** A guard refused it: the container's, a filter, the route itself (401, 403, 429). */
        REFUSED,
        /** It never reached the guards: there is no such tool, or its arguments don't fit. */
        REJECTED,
        /** It broke, took too long, or couldn't be proved. */
        FAILED
    }

    /**
     * Describes the end of a call that its route or a guard answered.
     *
     * @param status the status of that answer
     * @return the end
     */
    public static ToolCallEnd answered(int status) {
        boolean refused = status == 401 || status == 403 || status == 429;
        return new ToolCallEnd(
                refused ? Outcome.REFUSED : status >= 500 ? Outcome.FAILED : Outcome.ANSWERED, status, "");
    }
}
