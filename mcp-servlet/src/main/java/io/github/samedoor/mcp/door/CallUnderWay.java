/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import java.util.Optional;

/**
 * A call that somebody else than its own thread may want to end: made before the call, cancelled from anywhere.
 *
 * <p>Cancelling interrupts the thread of the call, and no other work of that thread: before the call begins it keeps the
 * call from being dispatched, and after its end it does nothing. A route that ignores the interrupt goes on, as one that is
 * over its time limit does. For one call only. Thread-safe.
 */
public final class CallUnderWay {
    private Optional<Watchdog.Watch> watch = Optional.empty();
    private boolean cancelled;

    /** Makes the handle of a call that hasn't begun. */
    public CallUnderWay() {}

    /** Ends the call as soon as its route lets itself be interrupted; a second time does nothing. */
    public synchronized void cancel() {
        if (!cancelled) {
            cancelled = true;
            watch.ifPresent(Watchdog.Watch::cancel);
        }
    }

    /**
     * Tells whether somebody cancelled the call, in time or too late.
     *
     * @return whether {@link #cancel} was called
     */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Lets the watch of the call's thread know of a cancellation, even of one that came before. */
    synchronized void begin(Watchdog.Watch begun) {
        watch = Optional.of(begun);
        if (cancelled) {
            begun.cancel();
        }
    }
}
