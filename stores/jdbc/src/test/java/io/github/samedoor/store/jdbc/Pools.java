/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Pools as an application has them, with nothing set that would help this store. */
final class Pools {
    private Pools() {}

    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    /** A pool with the limits that the documentation asks for. */
    static HikariDataSource impatient(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url + "&connectTimeout=1&loginTimeout=1&socketTimeout=5&tcpKeepAlive=true");
        config.setConnectionTimeout(500);
        config.setValidationTimeout(250);
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }
}
