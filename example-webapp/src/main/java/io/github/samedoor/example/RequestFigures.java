/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** How many requests the routes had since the start, how many failed, and how long they took. Thread-safe. */
final class RequestFigures {
    private final LongAdder requests = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** Counts a request that arrives. */
    void arrived() {
        requests.increment();
    }

    /** Counts how a request ended; a status of 400 or more is an error. */
    void ended(int status, long tookNanos) {
        ended.increment();
        nanos.add(tookNanos);
        if (status >= 400) {
            errors.increment();
        }
    }

    /** Returns the figures; {@code latency} is the mean in milliseconds. */
    ObjectNode toJson() {
        long count = ended.sum();
        double millis = count == 0 ? 0 : nanos.sum() / (double) TimeUnit.MILLISECONDS.toNanos(1) / count;
        return Json.object()
                .put("requests", requests.sum())
                .put("errors", errors.sum())
                .put("latency", Math.round(millis * 1000) / 1000.0);
    }
}
