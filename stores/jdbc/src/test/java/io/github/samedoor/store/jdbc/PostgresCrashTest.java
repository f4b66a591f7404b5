/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.store.testing.CrashContract;
import io.github.samedoor.store.testing.PostgresServer;
import org.junit.jupiter.api.AfterAll;

class PostgresCrashTest extends CrashContract {
    private final PostgresServer server = PostgresServer.start();
    private final HikariDataSource pool = Pools.impatient(server.url());
    private final JdbcStore store = JdbcStore.open(pool);

    @AfterAll
    void close() {
        store.close();
        pool.close();
        server.close();
    }

    @Override
    protected SharedStore store() {
        return store;
    }

    @Override
    protected Class<?> node() {
        return PostgresNode.class;
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
