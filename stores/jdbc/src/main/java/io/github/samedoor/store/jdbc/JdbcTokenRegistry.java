/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import io.github.samedoor.token.IssuedToken;
import io.github.samedoor.token.TokenHash;
import io.github.samedoor.token.TokenKind;
import io.github.samedoor.token.TokenRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Issued tokens as rows of {@code samedoor_token}; every method is one statement. Thread-safe. */
final class JdbcTokenRegistry implements TokenRegistry {
    private static final String SELECT =
            "SELECT hash, kind, owner_id, label, created_at, expires_at, revoked_at FROM samedoor_token";
    private static final String IN_ORDER = " ORDER BY made";

    private final JdbcLink link;

    JdbcTokenRegistry(JdbcLink link) {
        this.link = link;
    }

    @Override
    public Optional<IssuedToken> find(TokenHash hash) {
        return select(SELECT + " WHERE hash = ?", statement -> statement.setString(1, hash.hex())).stream()
                .filter(token -> token.hash().equals(hash))
                .findFirst();
    }

    @Override
    public boolean add(IssuedToken token) {
        String sql = "INSERT INTO samedoor_token (hash, kind, owner_id, label, created_at, expires_at, revoked_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)";
        return link.call(connection -> Sql.insert(connection, sql, statement -> {
            statement.setString(1, token.hash().hex());
            statement.setString(2, token.kind().name());
            statement.setString(3, token.owner());
            statement.setString(4, token.label());
            Sql.setMoment(statement, 5, token.created());
            Sql.setMoment(statement, 6, token.expires());
            Sql.setMoment(statement, 7, token.revoked());
        }));
    }

    @Override
    public boolean revoke(TokenHash hash, Instant when) {
        String sql = "UPDATE samedoor_token SET revoked_at = COALESCE(revoked_at, ?) WHERE hash = ?";
        return link.call(connection -> Sql.update(connection, sql, statement -> {
                    statement.setLong(1, when.toEpochMilli());
                    statement.setString(2, hash.hex());
                }))
                == 1;
    }

    @Override
    public List<IssuedToken> ownedBy(String owner) {
        return select(SELECT + " WHERE owner_id = ?" + IN_ORDER, statement -> statement.setString(1, owner));
    }

    @Override
    public List<IssuedToken> all() {
        return select(SELECT + IN_ORDER, statement -> {});
    }

    private List<IssuedToken> select(String sql, Sql.Binding binding) {
        return link.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                List<IssuedToken> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(read(rows));
                    }
                }
                return found;
            }
        });
    }

    private static IssuedToken read(ResultSet row) throws SQLException {
        return new IssuedToken(
                TokenHash.ofHex(row.getString("hash")),
                TokenKind.valueOf(row.getString("kind")),
                row.getString("owner_id"),
                row.getString("label"),
                Sql.moment(row, "created_at"),
                Sql.moment(row, "expires_at"),
                Sql.moment(row, "revoked_at"));
    }
}
