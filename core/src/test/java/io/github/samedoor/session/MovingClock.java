/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes where a test wants it. */
final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    synchronized void move(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Tests speak UTC");
    }
}
