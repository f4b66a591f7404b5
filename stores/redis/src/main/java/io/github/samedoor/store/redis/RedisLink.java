/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.redis;

import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.store.StoreBreaker;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one way to Redis: one connection, and every call ends in time.
 *
 * <p>A lost connection is made anew by the next call. One that doesn't answer any more is given up, because TCP may take a
 * quarter of an hour to notice. A command is sent once: what was lost on the way is for the caller to repeat. Thread-safe.
 */
final class RedisLink implements AutoCloseable {
    private static final String STORE = "Redis";
    private static final int MAX_UNANSWERED = 4096;

    private final RedisClient client;
    private final RedisURI uri;
    private final Duration timeout;
    private final StoreBreaker breaker = new StoreBreaker(System::nanoTime);
    private @Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>> connection;

    private RedisLink(RedisClient client, RedisURI uri, Duration timeout) {
        this.client = client;
        this.uri = RedisURI.builder(uri).withTimeout(timeout).build();
        this.timeout = timeout;
    }

    /** Makes a link whose calls, the first connection among them, end within a time. */
    static RedisLink to(RedisURI uri, Duration timeout) {
        RedisClient client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .requestQueueSize(MAX_UNANSWERED)
                .socketOptions(SocketOptions.builder().connectTimeout(timeout).build())
                .build());
        return new RedisLink(client, uri, timeout);
    }

    /** Returns a link with another time for its calls, which goes on with this one's client and connection. */
    synchronized RedisLink within(Duration otherTimeout) {
        client.setOptions(client.getOptions()
                .mutate()
                .socketOptions(
                        SocketOptions.builder().connectTimeout(otherTimeout).build())
                .build());
        RedisLink other = new RedisLink(client, uri, otherTimeout);
        other.goOnWith(connection);
        return other;
    }

    private synchronized void goOnWith(@Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>> known) {
        connection = known;
    }

    /** Runs a script that answers a number; it is one atomic step. */
    long count(String script, List<String> keys, Object... arguments) {
        Long count = this.<Long>call(commands ->
                commands.eval(script, ScriptOutputType.INTEGER, keys.toArray(new String[0]), bytes(arguments)));
        return count;
    }

    /** Runs a script that answers texts; it is one atomic step. */
    List<String> texts(String script, List<String> keys, Object... arguments) {
        List<byte[]> found = this.<List<byte[]>>call(commands ->
                commands.eval(script, ScriptOutputType.MULTI, keys.toArray(new String[0]), bytes(arguments)));
        return found.stream()
                .map(each -> new String(each, StandardCharsets.UTF_8))
                .toList();
    }

    /** Sends one command and waits for its answer. */
    <T> T call(Function<RedisAsyncCommands<String, byte[]>, ? extends Future<T>> command) {
        long end = System.nanoTime() + timeout.toNanos();
        return guarded(() -> answer(command.apply(commands(end)), end));
    }

    /** Does something that takes its commands from {@link #commands()}. */
    <T> T guarded(Supplier<T> work) {
        if (!breaker.letsThrough()) {
            throw new StoreUnavailableException(STORE, new RedisException("It failed a moment ago"));
        }
        try {
            T result = work.get();
            breaker.answered();
            return result;
        } catch (StoreUnavailableException e) {
            failed();
            throw e;
        } catch (RedisException | io.github.bucket4j.TimeoutException e) {
            failed();
            throw new StoreUnavailableException(STORE, e);
        }
    }

    private void failed() {
        if (breaker.failed()) {
            giveUp();
        }
    }

    /** Returns the commands of the connection, which may first have to be made. */
    RedisAsyncCommands<String, byte[]> commands() {
        return commands(System.nanoTime() + timeout.toNanos());
    }

    Duration timeout() {
        return timeout;
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }

    private RedisAsyncCommands<String, byte[]> commands(long end) {
        return answer(connection(), end).async();
    }

    private synchronized CompletableFuture<StatefulRedisConnection<String, byte[]>> connection() {
        CompletableFuture<StatefulRedisConnection<String, byte[]>> known = connection;
        if (known != null && (!known.isDone() || isOpen(known))) {
            return known;
        }
        CompletableFuture<StatefulRedisConnection<String, byte[]>> next = client.connectAsync(
                        RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), uri)
                .toCompletableFuture();
        connection = next;
        return next;
    }

    private static boolean isOpen(CompletableFuture<StatefulRedisConnection<String, byte[]>> done) {
        return !done.isCompletedExceptionally() && done.join().isOpen();
    }

    /** Leaves a connection that doesn't answer, so that the next call makes another; one in the making ends by itself. */
    private synchronized void giveUp() {
        if (connection != null && connection.isDone()) {
            var unused = connection.thenCompose(StatefulRedisConnection::closeAsync);
            connection = null;
        }
    }

    private <T> T answer(Future<T> future, long end) {
        try {
            return future.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new StoreUnavailableException(STORE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(STORE, e);
        } catch (ExecutionException e) {
            throw new StoreUnavailableException(STORE, e.getCause() == null ? e : e.getCause());
        }
    }

    private static byte[][] bytes(Object... arguments) {
        return Stream.of(arguments)
                .map(value -> String.valueOf(value).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
