/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import io.github.samedoor.store.testing.RotatingNode;
import java.io.IOException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** A node on PostgreSQL, to be killed. */
final class PostgresNode {
    private PostgresNode() {}

    public static void main(String[] arguments) throws IOException {
        RotatingNode.run(JdbcStore.open(dataSource(arguments[0]), Duration.ofSeconds(5), JdbcStore.Schema.CHECK));
    }

    static PGSimpleDataSource dataSource(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        return dataSource;
    }
}
