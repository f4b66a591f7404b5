/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import io.github.samedoor.session.Session;
import io.github.samedoor.session.SessionId;
import io.github.samedoor.session.SessionStore;
import io.github.samedoor.token.TokenHash;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sessions as rows of {@code samedoor_session}; every method is one statement. Thread-safe. */
final class JdbcSessionStore implements SessionStore {
    private static final String SELECT =
            "SELECT id, user_id, version, access_hash, access_ends, refresh_hash, spent_hash,"
                    + " salt, rotated_at, started_at, last_used_at, ends_at FROM samedoor_session";
    private static final String INSERT = "INSERT INTO samedoor_session (user_id, version, access_hash, access_ends,"
            + " refresh_hash, spent_hash, salt, rotated_at, started_at, last_used_at, ends_at, id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REPLACE = "UPDATE samedoor_session SET user_id = ?, version = ?, access_hash = ?,"
            + " access_ends = ?, refresh_hash = ?, spent_hash = ?, salt = ?, rotated_at = ?, started_at = ?,"
            + " last_used_at = ?, ends_at = ? WHERE id = ? AND version = ?";
    private static final int COLUMNS = 12;

    private final JdbcLink link;

    JdbcSessionStore(JdbcLink link) {
        this.link = link;
    }

    @Override
    public void add(Session session) {
        boolean added = link.call(connection -> Sql.insert(connection, INSERT, statement -> bind(statement, session)));
        if (!added) {
            throw new IllegalStateException("There is a session of this id already");
        }
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return select(SELECT + " WHERE id = ?", statement -> statement.setString(1, id.text())).stream()
                .findFirst();
    }

    @Override
    public boolean replace(Session next) {
        return update(REPLACE, statement -> {
                    bind(statement, next);
                    statement.setLong(COLUMNS + 1, next.version() - 1);
                })
                == 1;
    }

    @Override
    public void touch(SessionId id, Instant when) {
        update("UPDATE samedoor_session SET last_used_at = ? WHERE id = ? AND last_used_at < ?", statement -> {
            statement.setLong(1, when.toEpochMilli());
            statement.setString(2, id.text());
            statement.setLong(3, when.toEpochMilli());
        });
    }

    @Override
    public boolean remove(SessionId id) {
        return update("DELETE FROM samedoor_session WHERE id = ?", statement -> statement.setString(1, id.text())) == 1;
    }

    @Override
    public int removeOf(String userId) {
        return update("DELETE FROM samedoor_session WHERE user_id = ?", statement -> statement.setString(1, userId));
    }

    @Override
    public int removeAll() {
        return update("DELETE FROM samedoor_session", statement -> {});
    }

    @Override
    public void removeOver(Instant now, Instant idleSince) {
        update("DELETE FROM samedoor_session WHERE ends_at <= ? OR last_used_at <= ?", statement -> {
            statement.setLong(1, now.toEpochMilli());
            statement.setLong(2, idleSince.toEpochMilli());
        });
    }

    @Override
    public List<Session> all() {
        return select(SELECT, statement -> {});
    }

    private int update(String sql, Sql.Binding binding) {
        return link.call(connection -> Sql.update(connection, sql, binding));
    }

    private List<Session> select(String sql, Sql.Binding binding) {
        return link.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                List<Session> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(read(rows));
                    }
                }
                return found;
            }
        });
    }

    private static void bind(PreparedStatement statement, Session session) throws SQLException {
        statement.setString(1, session.userId());
        statement.setLong(2, session.version());
        statement.setString(3, session.access().hex());
        statement.setLong(4, session.accessEnds().toEpochMilli());
        statement.setString(5, session.refresh().hex());
        if (session.lastRotation().isPresent()) {
            Session.Rotation last = session.lastRotation().get();
            statement.setString(6, last.spent().hex());
            statement.setString(7, last.salt());
            statement.setLong(8, last.when().toEpochMilli());
        } else {
            statement.setNull(6, Types.VARCHAR);
            statement.setNull(7, Types.VARCHAR);
            statement.setNull(8, Types.BIGINT);
        }
        statement.setLong(9, session.started().toEpochMilli());
        statement.setLong(10, session.lastUsed().toEpochMilli());
        statement.setLong(11, session.ends().toEpochMilli());
        statement.setString(COLUMNS, session.id().text());
    }

    private static Session read(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(row.getString("id")),
                row.getString("user_id"),
                row.getLong("version"),
                TokenHash.ofHex(row.getString("access_hash")),
                Instant.ofEpochMilli(row.getLong("access_ends")),
                TokenHash.ofHex(row.getString("refresh_hash")),
                rotation(row),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Instant.ofEpochMilli(row.getLong("last_used_at")),
                Instant.ofEpochMilli(row.getLong("ends_at")));
    }

    private static Optional<Session.Rotation> rotation(ResultSet row) throws SQLException {
        String spent = row.getString("spent_hash");
        return spent == null
                ? Optional.empty()
                : Optional.of(new Session.Rotation(
                        TokenHash.ofHex(spent),
                        row.getString("salt"),
                        Instant.ofEpochMilli(row.getLong("rotated_at"))));
    }
}
