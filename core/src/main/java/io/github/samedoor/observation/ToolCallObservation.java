/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.observation;

/** One tool call under observation; used by the thread of the call alone. */
public interface ToolCallObservation {
    /**
     * Returns the trace that the route shall see itself in.
     *
     * @return the trace, which may have a new span of the observer's; {@link TraceContext#none} leaves it as it is
     */
    default TraceContext trace() {
        return TraceContext.none();
    }

    /**
     * Takes note of the end, before the caller is told.
     *
     * @param end what came of it
     */
    void end(ToolCallEnd end);
}
