/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.redis;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.store.testing.RotatingNode;
import java.io.IOException;
import java.time.Duration;

/** A node on Redis, to be killed. */
final class RedisNode {
    private RedisNode() {}

    public static void main(String[] arguments) throws IOException {
        RotatingNode.run(RedisStore.open(new Secret(arguments[0]), RedisStore.STANDARD_PREFIX, Duration.ofSeconds(5)));
    }
}
