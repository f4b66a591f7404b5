/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.identity.Caller;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SessionRaceTest {
    private static final int COMPETITORS = 20;
    private static final int CHAINS = 1000;

    @Test
    void ofTwentyRefreshesAtOnceExactlyOneSuccessorComes() throws Exception {
        race(SessionLifetimes.standard(), (results, issuer) -> {
            Set<Secret> successors = new HashSet<>(tokens(results));
            assertThat(tokens(results), hasSize(COMPETITORS)); // all are within the grace time
            assertThat(successors, hasSize(1));
            assertThat(issuer.find(successors.iterator().next()).isPresent(), is(true));
        });
    }

    @Test
    void withoutGraceOneWinsAndTheOthersRevokeIt() throws Exception {
        SessionLifetimes standard = SessionLifetimes.standard();
        SessionLifetimes strict =
                new SessionLifetimes(standard.access(), standard.idle(), standard.absolute(), Duration.ZERO);
        race(strict, (results, issuer) -> {
            assertThat(tokens(results), hasSize(1));
            assertThat(issuer.sessions(), hasSize(0));
        });
    }

    private interface Check {
        void of(List<RefreshResult> results, SessionIssuer issuer);
    }

    private static void race(SessionLifetimes lifetimes, Check check) throws InterruptedException, ExecutionException {
        Caller caller = new Caller("1", "alice", Set.of(), Optional.empty());
        SessionIssuer issuer = new SessionIssuer(
                new InMemorySessionStore(),
                id -> Optional.of(caller),
                lifetimes,
                new MovingClock(),
                new SecureRandom());
        ExecutorService threads = Executors.newFixedThreadPool(COMPETITORS);
        try {
            for (int chain = 0; chain < CHAINS; chain++) {
                Secret refresh = issuer.issue("1").refresh();
                check.of(atOnce(threads, () -> issuer.refresh(refresh)), issuer);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<RefreshResult> atOnce(ExecutorService threads, Callable<RefreshResult> work)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(COMPETITORS);
        List<Future<RefreshResult>> futures = new ArrayList<>();
        for (int i = 0; i < COMPETITORS; i++) {
            futures.add(threads.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        List<RefreshResult> results = new ArrayList<>();
        for (Future<RefreshResult> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    private static List<Secret> tokens(List<RefreshResult> results) {
        return results.stream()
                .filter(RefreshResult.Rotated.class::isInstance)
                .map(result -> ((RefreshResult.Rotated) result).tokens().access())
                .toList();
    }
}
