/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.samedoor.ratelimit.RateDecision;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Counts calls in this process with token buckets of Bucket4j.
 *
 * <p>Memory is bounded. A counter that is full again is as good as none and is dropped when room is needed; one in use is
 * never dropped. Where there is no room, the keys that don't fit share one counter for each limit. Thread-safe.
 */
final class BucketRateLimiter implements RateLimiter {
    static final int STANDARD_KEYS = 100_000;

    private static final long SWEEP_EVERY = Duration.ofSeconds(1).toNanos();

    private final int maxKeys;
    private final LongSupplier nanoTime;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();
    private final Map<RateLimit, Counter> shared = new ConcurrentHashMap<>();
    private final AtomicLong nextSweep;

    private record Key(RateLimit limit, String text) {}

    private record Counter(Bucket bucket, AtomicLong lastUsed) {}

    BucketRateLimiter(int maxKeys, LongSupplier nanoTime) {
        this.maxKeys = maxKeys;
        this.nanoTime = nanoTime;
        this.nextSweep = new AtomicLong(nanoTime.getAsLong());
    }

    @Override
    public RateDecision take(RateLimit limit, String key) {
        ConsumptionProbe probe = counter(limit, key).bucket().tryConsumeAndReturnRemaining(1);
        return new RateDecision(
                probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    @Override
    public void giveBack(RateLimit limit, String key) {
        counter(limit, key).bucket().addTokens(1);
    }

    private Counter counter(RateLimit limit, String text) {
        Key key = new Key(limit, text);
        long now = nanoTime.getAsLong();
        Counter counter = counters.get(key);
        if (counter == null) {
            counter = hasRoom(now)
                    ? counters.computeIfAbsent(key, missing -> newCounter(limit, now))
                    : shared.computeIfAbsent(limit, missing -> newCounter(limit, now));
        }
        counter.lastUsed().set(now);
        return counter;
    }

    private boolean hasRoom(long now) {
        if (counters.size() < maxKeys) {
            return true;
        }
        long due = nextSweep.get();
        if (now - due >= 0 && nextSweep.compareAndSet(due, now + SWEEP_EVERY)) {
            counters.entrySet().removeIf(entry -> isFullAgain(entry.getKey(), entry.getValue(), now));
        }
        return counters.size() < maxKeys;
    }

    private static boolean isFullAgain(Key key, Counter counter, long now) {
        return now - counter.lastUsed().get() > key.limit().window().toNanos();
    }

    private Counter newCounter(RateLimit limit, long now) {
        Bucket bucket = Bucket.builder()
                .addLimit(
                        bandwidth -> bandwidth.capacity(limit.permits()).refillGreedy(limit.permits(), limit.window()))
                .withCustomTimePrecision(new Meter(nanoTime))
                .build();
        return new Counter(bucket, new AtomicLong(now));
    }

    private record Meter(LongSupplier nanoTime) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanoTime.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
