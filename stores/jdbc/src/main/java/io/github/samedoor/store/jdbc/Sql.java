/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

/** What JDBC says in many lines. */
final class Sql {
    /** Fills in the parameters of a statement. */
    interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private Sql() {}

    /** Runs a statement and answers how many rows it changed. */
    static int update(Connection connection, String sql, Binding binding) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        }
    }

    /** Inserts a row; answers false where its key was there before. */
    static boolean insert(Connection connection, String sql, Binding binding) throws SQLException {
        try {
            return update(connection, sql, binding) == 1;
        } catch (SQLException e) {
            if ("23505".equals(e.getSQLState()) || "23000".equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    static void setMoment(PreparedStatement statement, int column, Optional<Instant> moment) throws SQLException {
        if (moment.isPresent()) {
            statement.setLong(column, moment.get().toEpochMilli());
        } else {
            statement.setNull(column, Types.BIGINT);
        }
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
