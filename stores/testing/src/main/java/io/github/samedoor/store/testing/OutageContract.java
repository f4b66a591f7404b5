/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.session.SessionId;
import io.github.samedoor.store.SharedStore;
import io.github.samedoor.token.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of a store whose server is down, slow, silent and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OutageContract {
    private static final Duration IN_TIME = Duration.ofSeconds(1);
    private static final Duration SOON_BACK = Duration.ofSeconds(2);
    private static final SessionId NOBODY = new SessionId("0".repeat(32));
    private static final int CALLERS = 40;
    /** Threads that pools and clients of a store may have; far fewer than callers times calls. */
    private static final int THREADS = 30;

    /** Returns the way to the server, which a test cuts and clogs. */
    protected abstract TcpProxy way();

    /** Returns a store that goes that way. */
    protected abstract SharedStore store();

    @BeforeEach
    void works() {
        assertThat(store().sessions().find(NOBODY).isEmpty(), is(true));
    }

    @AfterEach
    void restore() {
        way().back();
        recovers();
    }

    @Test
    void everyCallSaysInTimeThatAStoreIsDown() {
        way().down();
        everyCallFailsInTime();
        way().back();
        recovers();
    }

    @Test
    void everyCallSaysInTimeThatAStoreIsSilent() {
        way().blackHole();
        everyCallFailsInTime();
        way().back();
        recovers();
    }

    @Test
    void everyCallSaysInTimeThatAStoreIsSlow() {
        way().slow(3_000);
        everyCallFailsInTime();
        way().back();
        recovers();
    }

    @Test
    void manyCallersOfASilentStoreAreToldInTimeByFewThreads() throws Exception {
        way().blackHole();
        Set<Thread> before = threads();
        List<Callable<Duration>> callers = IntStream.range(0, CALLERS)
                .<Callable<Duration>>mapToObj(caller -> () -> Stream.generate(this::timeToFail)
                        .limit(5)
                        .max(Duration::compareTo)
                        .orElseThrow())
                .toList();
        for (Duration longest : Together.run(callers)) {
            assertThat(longest, is(lessThan(IN_TIME)));
        }
        Set<Thread> more = threads();
        more.removeAll(before);
        assertThat(more.toString(), more.size(), is(lessThan(THREADS)));
    }

    /** Returns the threads there are, but for those of the way to the server, which has some for each connection. */
    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> thread.getName().equals("tcp-proxy"));
        return threads;
    }

    private void everyCallFailsInTime() {
        TokenHash hash = TokenHash.of(new Secret("nobody's"));
        RateLimit limit = new RateLimit("outage", 5, Duration.ofMinutes(1));
        List<Runnable> calls = List.of(
                () -> store().sessions().find(NOBODY),
                () -> store().sessions().remove(NOBODY),
                () -> store().tokens().find(hash),
                () -> store().tokens().revoke(hash, Instant.EPOCH),
                () -> store().limiter().take(limit, "somebody"),
                () -> store().limiter().giveBack(limit, "somebody"));
        for (Runnable call : calls) {
            assertThat(timeToFail(call), is(lessThan(IN_TIME)));
        }
    }

    private Duration timeToFail() {
        return timeToFail(() -> store().sessions().find(NOBODY));
    }

    private static Duration timeToFail(Runnable call) {
        long start = System.nanoTime();
        assertThrows(StoreUnavailableException.class, call::run);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Asks again and again, as callers would. */
    private void recovers() {
        long end = System.nanoTime() + SOON_BACK.toNanos();
        while (true) {
            try {
                store().sessions().find(NOBODY);
                return;
            } catch (StoreUnavailableException e) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("It isn't back within " + SOON_BACK, e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }
}
