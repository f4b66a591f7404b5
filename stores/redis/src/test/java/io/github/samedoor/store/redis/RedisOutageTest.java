/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.redis;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.store.testing.OutageContract;
import io.github.samedoor.store.testing.RedisServer;
import io.github.samedoor.store.testing.TcpProxy;
import org.junit.jupiter.api.AfterAll;

class RedisOutageTest extends OutageContract {
    private final RedisServer server = RedisServer.start();
    private final TcpProxy way = TcpProxy.to(server.port());
    private final RedisStore store = RedisStore.open(new Secret(RedisServer.url(way.port())));

    @AfterAll
    void close() {
        store.close();
        way.close();
        server.close();
    }

    @Override
    protected TcpProxy way() {
        return way;
    }

    @Override
    protected SharedStore store() {
        return store;
    }
}
