/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.ratelimit.RateLimit;
import java.time.Duration;

/** A program that a test starts with a small heap: a million callers at the limiter, and one who has no permit left. */
final class MillionKeys {
    private MillionKeys() {}

    public static void main(String[] arguments) {
        RateLimit limit = new RateLimit("flood", 1, Duration.ofHours(1));
        BucketRateLimiter limiter = new BucketRateLimiter(BucketRateLimiter.STANDARD_KEYS, System::nanoTime);
        limiter.take(limit, "victim");
        for (int i = 0; i < 1_000_000; i++) {
            limiter.take(limit, "caller " + i);
        }
        System.out.print(limiter.take(limit, "victim").granted() ? "reset" : "kept");
    }
}
