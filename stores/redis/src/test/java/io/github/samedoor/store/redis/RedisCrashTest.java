/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.redis;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.store.testing.CrashContract;
import io.github.samedoor.store.testing.RedisServer;
import org.junit.jupiter.api.AfterAll;

class RedisCrashTest extends CrashContract {
    private final RedisServer server = RedisServer.start();
    private final RedisStore store = RedisStore.open(new Secret(server.url()));

    @AfterAll
    void close() {
        store.close();
        server.close();
    }

    @Override
    protected SharedStore store() {
        return store;
    }

    @Override
    protected Class<?> node() {
        return RedisNode.class;
    }

    @Override
    protected String address() {
        return server.url();
    }

    @Override
    protected void crashServer() {
        server.crash();
    }
}
