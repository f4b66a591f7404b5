/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.observation;

/**
 * Watches tool calls: the port behind which audit, metrics and traces live.
 *
 * <p>An MCP endpoint asks every observer that it finds as an attribute of its servlet context, under whatever name, when
 * it starts. An observer sees every call, those of unknown tools and refused ones too, and decides nothing. What it throws is logged and
 * changes no answer. Implementations are thread-safe.
 */
@FunctionalInterface
public interface ToolCallObserver {
    /**
     * Takes note of a call that begins, on the thread of the call.
     *
     * @param start what is known of it
     * @return the observation, whose end is called once
     */
    ToolCallObservation begin(ToolCallStart start);
}
