/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

/** A call that is on its way: who drives it through the relay. */
public interface OpenCall {
    /** Returns when the call began, in milliseconds of the epoch. */
    long startedAt();

    /** Returns whether a forward of the relay was sent and hasn't arrived: nobody but the container asks anything then. */
    boolean isBetweenStages();
}
