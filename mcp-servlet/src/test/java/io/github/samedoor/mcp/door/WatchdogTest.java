/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WatchdogTest {
    private static final long LONG = TimeUnit.HOURS.toNanos(1);

    private final Watchdog watchdog = new Watchdog();
    private final CallUnderWay underWay = new CallUnderWay();
    private final CountDownLatch begun = new CountDownLatch(1);

    /** What a call looked like to its own thread. */
    private record Seen(boolean interrupted, Optional<Watchdog.Ending> ending, boolean flagAfterwards) {}

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void itsThreadDoesNotOutliveTheApplication() {
        assertThat(watchdog.isEnded(), is(false));
        watchdog.close();
        assertThat(watchdog.isEnded(), is(true));
    }

    @Test
    void cancellingInterruptsTheCallsOwnThread() throws Exception {
        FutureTask<Seen> call = start(LONG);
        begun.await();
        underWay.cancel();
        assertThat(call.get(), is(new Seen(true, Optional.of(Watchdog.Ending.CANCELLED), false)));
    }

    @Test
    void aCallThatWasCancelledBeforeItBeganIsInterruptedAtOnce() throws Exception {
        underWay.cancel();
        assertThat(start(LONG).get(), is(new Seen(true, Optional.of(Watchdog.Ending.CANCELLED), false)));
    }

    @Test
    void cancellingAfterTheEndInterruptsNobody() {
        Watchdog.Watch watch = watchdog.watch("tool", LONG);
        underWay.begin(watch);
        assertThat(watch.end(), is(Optional.empty()));
        underWay.cancel();
        assertThat(Thread.currentThread().isInterrupted(), is(false));
        assertThat(watch.end(), is(Optional.empty()));
    }

    @Test
    void aCallOverItsLimitIsInterrupted() throws Exception {
        assertThat(start(1).get(), is(new Seen(true, Optional.of(Watchdog.Ending.TIMEOUT), false)));
    }

    @Test
    void aCallThatIgnoresItsInterruptIsCountedUntilItEnds() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        FutureTask<Integer> call = new FutureTask<>(() -> {
            Watchdog.Watch watch = watchdog.watch("stubborn", LONG);
            underWay.begin(watch);
            begun.countDown();
            boolean released = false;
            while (!released) {
                try {
                    release.await();
                    released = true;
                } catch (InterruptedException e) {
                    // this route doesn't care
                }
            }
            watch.end();
            return watchdog.stuck();
        });
        new Thread(call).start();
        begun.await();
        assertThat(watchdog.stuck(), is(0));
        underWay.cancel();
        assertThat(watchdog.stuck(), is(1));
        release.countDown();
        assertThat(call.get(), is(0));
    }

    private FutureTask<Seen> start(long timeoutNanos) {
        FutureTask<Seen> call = new FutureTask<>(() -> {
            Watchdog.Watch watch = watchdog.watch("tool", timeoutNanos);
            underWay.begin(watch);
            begun.countDown();
            boolean interrupted = false;
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
            Optional<Watchdog.Ending> ending = watch.end();
            return new Seen(interrupted, ending, Thread.currentThread().isInterrupted());
        });
        new Thread(call).start();
        return call;
    }
}
