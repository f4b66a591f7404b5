/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.store.testing.OutageContract;
import io.github.samedoor.store.testing.PostgresServer;
import io.github.samedoor.store.testing.TcpProxy;
import org.junit.jupiter.api.AfterAll;

/** With the limits of driver and pool that the documentation asks for. */
class PostgresOutageTest extends OutageContract {
    private final PostgresServer server = PostgresServer.start();
    private final TcpProxy way = TcpProxy.to(server.port());
    private final HikariDataSource pool = Pools.impatient(PostgresServer.url(way.port()));
    private final JdbcStore store = JdbcStore.open(pool);

    @AfterAll
    void close() {
        store.close();
        pool.close();
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
