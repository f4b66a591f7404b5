/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.redis;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.RedisApi;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.ratelimit.RateDecision;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.ratelimit.RateLimiter;
import io.github.samedoor.token.TokenHash;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Token buckets of Bucket4j in Redis, one budget for all nodes.
 *
 * <p>Keys are stored hashed: they may be long, and addresses and names are nobody's business there. A bucket that is full
 * again goes by itself. Nodes go by their own clocks. Thread-safe.
 */
final class RedisRateLimiter implements RateLimiter {
    private final RedisLink link;
    private final String prefix;
    private final ProxyManager<String> buckets;

    RedisRateLimiter(RedisLink link, String prefix) {
        this.link = link;
        this.prefix = prefix + ":limit:";
        this.buckets = new Bucket4jLettuce.LettuceBasedProxyManagerBuilder<>(new CurrentConnection<String>(link))
                .requestTimeout(link.timeout())
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(1)))
                .build();
    }

    @Override
    public RateDecision take(RateLimit limit, String key) {
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
        String id = prefix + TokenHash.of(new Secret(limit + " " + key)).hex();
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(
                        bandwidth -> bandwidth.capacity(limit.permits()).refillGreedy(limit.permits(), limit.window()))
                .build();
        return link.guarded(() -> use.apply(buckets.getProxy(id, () -> configuration)));
    }

    /**
     * What Bucket4j asks of Redis, on the connection that is good at the moment.
     *
     * @param <K> texts; Bucket4j hands over arrays of {@code Object}, which an array type of texts wouldn't take
     */
    private record CurrentConnection<K>(RedisLink link) implements RedisApi<K> {
        @Override
        public <V> RedisFuture<V> eval(String script, ScriptOutputType type, K[] keys, byte[][] values) {
            String[] texts = Stream.of(keys).map(String::valueOf).toArray(String[]::new);
            return link.commands().eval(script, type, texts, values);
        }

        @Override
        public RedisFuture<byte[]> get(K key) {
            return link.commands().get(String.valueOf(key));
        }

        @Override
        public RedisFuture<?> delete(K key) {
            return link.commands().del(String.valueOf(key));
        }
    }
}
