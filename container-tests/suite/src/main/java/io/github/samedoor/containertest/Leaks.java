/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an application left behind after it was stopped.
 *
 * @param classLoaders how many class loaders of stopped deployments are still reachable
 * @param threads the names of threads that weren't there before and are still alive
 */
public record Leaks(int classLoaders, List<String> threads) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Keeps a copy. */
    public Leaks {
        threads = List.copyOf(threads);
    }

    /**
     * Uses and redeploys an application again and again, and looks for what stays longer than 30 seconds.
     *
     * @param container where the application runs
     * @param times how often to redeploy
     * @param use what to do with each deployment
     * @return what stayed; the current deployment isn't counted
     */
    public static Leaks redeploying(RunningContainer container, int times, Runnable use) {
        return redeploying(container, times, PATIENCE, use);
    }

    /**
     * Uses and redeploys an application again and again and looks for what stays.
     *
     * @param container where the application runs
     * @param times how often to redeploy
     * @param patience how long to wait at most for threads to end and for the garbage collector
     * @param use what to do with each deployment
     * @return what stayed; the current deployment isn't counted
     */
    public static Leaks redeploying(RunningContainer container, int times, Duration patience, Runnable use) {
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
        List<WeakReference<ClassLoader>> stopped = new ArrayList<>();
        use.run();
        Set<Long> before = idsNow();
        for (int i = 0; i < times; i++) {
            stopped.add(new WeakReference<>(container.webAppClassLoader().get(), collected));
            container.redeploy();
            use.run();
        }
        Instant deadline = Instant.now().plus(patience);
        awaitCollection(collected, times, deadline);
        awaitEnds(before, deadline);
        long alive = stopped.stream().filter(loader -> !loader.refersTo(null)).count();
        return new Leaks(
                (int) alive,
                newThreads(before).stream().map(Thread::getName).sorted().toList());
    }

    private static void awaitCollection(ReferenceQueue<ClassLoader> queue, int expected, Instant deadline) {
        int seen = 0;
        while (seen < expected && Instant.now().isBefore(deadline)) {
            System.gc();
            try {
                Reference<?> next = queue.remove(100);
                seen += next == null ? 0 : 1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void awaitEnds(Set<Long> before, Instant deadline) {
        for (Thread thread : newThreads(before)) {
            try {
                thread.join(
                        Math.max(1, Duration.between(Instant.now(), deadline).toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Set<Thread> newThreads(Set<Long> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread.getId()))
                .collect(Collectors.toSet());
    }

    /** Notes threads by number, since a thread that has ended still holds the class loader it ran with. */
    private static Set<Long> idsNow() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getId).collect(Collectors.toSet());
    }
}
