/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.ratelimit.RateDecision;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.ratelimit.RateLimiter;
import io.github.samedoor.token.TokenHash;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Token buckets of Bucket4j in rows of {@code samedoor_counter}, one budget for all nodes.
 *
 * <p>Keys are stored hashed: they may be long, and addresses and names are nobody's business there. A row that is full
 * again is as good as none and is swept away within minutes. Nodes go by their own clocks. Thread-safe.
 */
final class JdbcRateLimiter implements RateLimiter {
    private static final long SWEEP_EVERY = Duration.ofMinutes(1).toMillis();

    private final JdbcLink link;
    private final Clock clock;
    private final AtomicLong nextSweep = new AtomicLong();

    JdbcRateLimiter(JdbcLink link, Clock clock) {
        this.link = link;
        this.clock = clock;
    }

    @Override
    public RateDecision take(RateLimit limit, String key) {
        sweep();
        ConsumptionProbe probe = with(limit, key, bucket -> bucket.tryConsumeAndReturnRemaining(1));
        return new RateDecision(
                probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    @Override
    public void giveBack(RateLimit limit, String key) {
        with(limit, key, bucket -> {
            bucket.addTokens(1);
            return true;
        });
    }

    private <T> T with(RateLimit limit, String key, Function<BucketProxy, T> use) {
        String id = TokenHash.of(new Secret(limit + " " + key)).hex();
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(
                        bandwidth -> bandwidth.capacity(limit.permits()).refillGreedy(limit.permits(), limit.window()))
                .build();
        long fullAgain = clock.millis() + limit.window().toMillis() + 1;
        return link.call(connection -> {
            try {
                return use.apply(new SqlBuckets(connection, fullAgain).builder().build(id, () -> configuration));
            } catch (SqlBuckets.SqlBucketsException e) {
                throw e.failure();
            }
        });
    }

    private void sweep() {
        long now = clock.millis();
        long due = nextSweep.get();
        if (now >= due && nextSweep.compareAndSet(due, now + SWEEP_EVERY)) {
            link.call(connection -> Sql.update(
                    connection,
                    "DELETE FROM samedoor_counter WHERE ends_at < ?",
                    statement -> statement.setLong(1, now)));
        }
    }
}
