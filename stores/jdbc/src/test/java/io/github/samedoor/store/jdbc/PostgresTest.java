/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.samedoor.store.testing.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTest extends JdbcStoreContract {
    private static PostgresServer server;
    private static HikariDataSource poolOfA;
    private static HikariDataSource poolOfB;
    private static JdbcStore a;
    private static JdbcStore b;

    @BeforeAll
    static void open() {
        server = PostgresServer.start();
        poolOfA = Pools.pool(server.url());
        poolOfB = Pools.pool(server.url());
        a = JdbcStore.open(poolOfA);
        b = JdbcStore.open(poolOfB);
    }

    @AfterAll
    static void close() {
        a.close();
        b.close();
        poolOfA.close();
        poolOfB.close();
        server.close();
    }

    @Override
    JdbcStore a() {
        return a;
    }

    @Override
    JdbcStore b() {
        return b;
    }
}
