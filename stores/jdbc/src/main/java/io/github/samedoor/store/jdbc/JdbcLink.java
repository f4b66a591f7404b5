/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.jdbc;

import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.store.StoreBreaker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * The one way to the database: every call ends in time, whatever pool and driver do.
 *
 * <p>Work runs on a few threads of this link, because a pool may wait for half a minute and a driver for ever, and so that
 * it never takes part in a transaction of the caller's thread. Callers wait no longer than the timeout. Thread-safe.
 */
final class JdbcLink implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int WAITING = 256;
    private static final String STORE = "The database";

    private final DataSource dataSource;
    private final Duration timeout;
    private final ThreadPoolExecutor threads;
    private final StoreBreaker breaker = new StoreBreaker(System::nanoTime);

    /** What is done with a connection; it may be done although the caller was told that nobody answered. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    JdbcLink(DataSource dataSource, Duration timeout) {
        this.dataSource = dataSource;
        this.timeout = timeout;
        AtomicInteger count = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "samedoor-store-jdbc-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Does work in auto-commit mode: each statement is one atomic step. */
    <T> T call(Work<T> work) {
        if (!breaker.letsThrough()) {
            throw new StoreUnavailableException(STORE, new SQLException("It failed a moment ago"));
        }
        try {
            T result = wait(threads.submit(() -> run(work)), timeout);
            breaker.answered();
            return result;
        } catch (SQLException | TimeoutException | RejectedExecutionException e) {
            breaker.failed();
            throw new StoreUnavailableException(STORE, e);
        }
    }

    /** Waits for what is under way, but not long, and ends the threads. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static <T> T wait(Future<T> answer, Duration patience) throws SQLException, TimeoutException {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(STORE, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw readable(failure);
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A value that doesn't fit its column is the caller's fault, not the store's. */
    private static SQLException readable(SQLException failure) {
        if (String.valueOf(failure.getSQLState()).startsWith("22")) {
            throw new IllegalArgumentException(
                    "The store refuses a value: it is too long, or has a character it can't keep", failure);
        }
        return failure;
    }

    private <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Deadline deadline = Deadline.on(connection, timeout)) {
            return autoCommitted(deadline.connection(), work);
        }
    }

    private static <T> T autoCommitted(Connection connection, Work<T> work) throws SQLException {
        if (connection.getAutoCommit()) {
            return work.with(connection);
        }
        connection.setAutoCommit(true);
        try {
            return work.with(connection);
        } finally {
            connection.setAutoCommit(false);
        }
    }
}
