/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Buckets behind one connection, changed by {@code UPDATE ... WHERE state = ?}: what Bucket4j has for single databases, in
 * SQL that all of them know. For one thread.
 */
final class SqlBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {
    private final Connection connection;
    private final long fullAgain;

    SqlBuckets(Connection connection, long fullAgain) {
        super(ClientSideConfig.getDefault());
        this.connection = connection;
        this.fullAgain = fullAgain;
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String id) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
                return state(id);
            }

            @Override
            public boolean compareAndSwap(
                    byte @Nullable [] before, byte[] after, RemoteBucketState state, Optional<Long> timeoutNanos) {
                return swap(id, Optional.ofNullable(before), after);
            }
        };
    }

    private Optional<byte[]> state(String id) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT state FROM samedoor_counter WHERE id = ?")) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(Base64.getDecoder().decode(rows.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new SqlBucketsException(e);
        }
    }

    private boolean swap(String id, Optional<byte[]> before, byte[] after) {
        String insert = "INSERT INTO samedoor_counter (state, ends_at, id) VALUES (?, ?, ?)";
        String update = "UPDATE samedoor_counter SET state = ?, ends_at = ? WHERE id = ? AND state = ?";
        Base64.Encoder encoder = Base64.getEncoder();
        Sql.Binding common = statement -> {
            statement.setString(1, encoder.encodeToString(after));
            statement.setLong(2, fullAgain);
            statement.setString(3, id);
        };
        try {
            if (before.isEmpty()) {
                return Sql.insert(connection, insert, common);
            }
            return Sql.update(connection, update, statement -> {
                        common.bind(statement);
                        statement.setString(4, encoder.encodeToString(before.get()));
                    })
                    == 1;
        } catch (SQLException e) {
            throw new SqlBucketsException(e);
        }
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeProxy(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    /** Carries a failure of the database through Bucket4j. */
    static final class SqlBucketsException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final SQLException failure;

        SqlBucketsException(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }
}
