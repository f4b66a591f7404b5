/* SPDX-License-Identifier: Apache-2.0 */
import io.github.samedoor.store.SharedStoreProvider;
import io.github.samedoor.store.redis.RedisStoreProvider;

/** Sessions, issued tokens and counters in a Redis that several nodes share. */
module io.github.samedoor.store.redis {
    requires static transitive org.jspecify;
    requires transitive io.github.samedoor.core;
    requires java.naming;
    requires io.github.bucket4j.core;
    requires io.github.bucket4j.lettuce;
    requires lettuce.core;

    exports io.github.samedoor.store.redis;

    provides SharedStoreProvider with
            RedisStoreProvider;
}
