/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls under way, of each caller and in all, and turns away those beyond the limits. Thread-safe. */
final class CallsUnderWay {
    private final int perCaller;
    private final int inAll;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<String, Integer> byCaller = new ConcurrentHashMap<>();

    CallsUnderWay(int perCaller, int inAll) {
        this.perCaller = perCaller;
        this.inAll = inAll;
    }

    /** Lets a call in, or not; one that was let in must {@link #leave}. */
    boolean enter(String caller) {
        if (all.incrementAndGet() > inAll) {
            all.decrementAndGet();
            return false;
        }
        if (byCaller.merge(caller, 1, Integer::sum) > perCaller) {
            leave(caller);
            return false;
        }
        return true;
    }

    void leave(String caller) {
        byCaller.computeIfPresent(caller, (name, count) -> count == 1 ? null : count - 1);
        all.decrementAndGet();
    }
}
