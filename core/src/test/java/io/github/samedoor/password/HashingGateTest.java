/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HashingGateTest {
    @Test
    void whoFindsNoRoomIsTurnedAwayAtOnceAndLaterLetIn() throws Exception {
        HashingGate gate = new HashingGate(1, 0, 60_000);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Optional<String>> first = thread.submit(() -> gate.run(() -> {
                inside.countDown();
                await(leave);
                return "first";
            }));
            inside.await();
            assertThat(gate.run(() -> "second"), is(Optional.empty()));
            leave.countDown();
            assertThat(first.get(), is(Optional.of("first")));
            assertThat(gate.run(() -> "third"), is(Optional.of("third")));
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void whoWaitsTooLongIsTurnedAway() throws Exception {
        HashingGate gate = new HashingGate(1, 1, 0);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Optional<String>> first = thread.submit(() -> gate.run(() -> {
                inside.countDown();
                await(leave);
                return "first";
            }));
            inside.await();
            assertThat(gate.run(() -> "second"), is(Optional.empty()));
            leave.countDown();
            assertThat(first.get(), is(Optional.of("first")));
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void aFailureGivesItsPlaceBack() {
        HashingGate gate = new HashingGate(1, 0, 0);
        try {
            gate.run(() -> {
                throw new IllegalStateException("broken");
            });
        } catch (IllegalStateException e) {
            assertThat(e.getMessage(), is("broken"));
        }
        assertThat(gate.run(() -> "next"), is(Optional.of("next")));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
