/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables, in numbered steps that are kept as SQL files beside this class and never change once released. */
final class JdbcSchema {
    static final int VERSION = 1;

    private JdbcSchema() {}

    static void prepare(JdbcLink link, JdbcStore.Schema mode) {
        int version = link.call(JdbcSchema::version);
        if (version > VERSION) {
            throw new IllegalStateException("The tables are of version " + version + ", newer than this library knows ("
                    + VERSION + "): use a newer samedoor-store-jdbc");
        }
        if (version < VERSION && mode == JdbcStore.Schema.CHECK) {
            throw new IllegalStateException(
                    "The tables are of version " + version + ", not " + VERSION + ": run " + file(version + 1)
                            + " of samedoor-store-jdbc.jar and those after it, or set store.schema to apply");
        }
        for (int next = version + 1; next <= VERSION; next++) {
            int step = next;
            link.call(connection -> apply(connection, step));
        }
    }

    /** Answers 0 where there is no table of versions. */
    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MAX(version) FROM samedoor_schema")) {
            return rows.next() ? rows.getInt(1) : 0;
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith("42")) {
                return 0;
            }
            throw e;
        }
    }

    /** Runs one file; where another node runs it at the same time, one of them may fail and finds the work done. */
    private static int apply(Connection connection, int step) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(step)) {
                statement.execute(sql);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            connection.rollback();
            connection.setAutoCommit(true);
            if (version(connection) < step) {
                throw e;
            }
        }
        return step;
    }

    private static List<String> statements(int step) {
        try (InputStream in = JdbcSchema.class.getResourceAsStream(file(step))) {
            if (in == null) {
                throw new IllegalStateException(file(step) + " is missing from this library");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.replaceAll("(?m)^--.*$", "").strip().split(";\\s*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(int step) {
        return "schema-" + step + ".sql";
    }
}
