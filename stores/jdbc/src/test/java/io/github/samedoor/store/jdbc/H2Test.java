/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2Test extends JdbcStoreContract {
    private static HikariDataSource dataSource;
    private static JdbcStore a;
    private static JdbcStore b;

    @BeforeAll
    static void open() {
        dataSource = Pools.pool("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        a = JdbcStore.open(dataSource);
        b = JdbcStore.open(dataSource);
    }

    @AfterAll
    static void close() {
        a.close();
        b.close();
        dataSource.close();
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
