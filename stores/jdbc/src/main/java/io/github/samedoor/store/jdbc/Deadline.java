/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How long a connection waits for the network while one piece of work holds it.
 *
 * <p>A thread that waits for a host that never answers can't be interrupted; this ends it. Drivers that don't know it are
 * left as they are.
 *
 * @param connection the connection
 * @param before what it had before, in milliseconds
 */
record Deadline(Connection connection, int before) implements AutoCloseable {
    private static final int UNKNOWN = -1;

    static Deadline on(Connection connection, Duration patience) throws SQLException {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            return new Deadline(connection, before);
        } catch (java.sql.SQLFeatureNotSupportedException e) {
            return new Deadline(connection, UNKNOWN);
        }
    }

    @Override
    public void close() throws SQLException {
        if (before != UNKNOWN && !connection.isClosed()) {
            connection.setNetworkTimeout(Runnable::run, before);
        }
    }
}
