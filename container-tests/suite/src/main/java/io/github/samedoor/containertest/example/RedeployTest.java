package io.github.samedoor.containertest.example;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deploying the example again leaves nothing of the old one behind. */
class RedeployTest {
    private static final int ROUNDS = 3;

    @Test
    void redeployLeavesNoThreadAndNoClassLoader() {
        try (ExampleServer server = ExampleServer.start()) {
            use(server);
            Set<Thread> before = threads();
            for (int round = 0; round < ROUNDS; round++) {
                WeakReference<ClassLoader> old = server.container().webAppClassLoader();
                assertThat(threadsOf(old), is(empty()));
                server.container().redeploy();
                server.forgetSessions();
                use(server);
                assertThat("the class loader of round " + round, gone(old), is(nullValue()));
            }
            Set<Thread> left = threads();
            left.removeAll(before);
            assertThat(left, is(empty()));
        }
    }

    @Test
    void sessionsAndNotesEndWithTheApplication() {
        try (ExampleServer server = ExampleServer.start()) {
            long note = server.newNote(Shown.SESSION_OF_ALICE);
            server.container().redeploy();
            assertThat(server.send(Shown.SESSION_OF_ALICE, "GET", "/user/profile", "").status(), is(401));
            assertThat(server.send(Shown.USER_TOKEN, "GET", "/user/notes/" + note, "").status(), is(404));
        }
    }

    private static void use(ExampleServer server) {
        for (Way way : Way.values()) {
            for (RouteCase route : RouteTable.routes()) {
                boolean simple = !route.mentions("NOTE") && !route.mentions("REFRESH");
                if (simple && way.reaches(route)) {
                    way.call(server, Shown.USER_TOKEN, route);
                }
            }
        }
        server.newNote(Shown.SESSION_OF_ALICE);
    }

    /** The container's own threads may come and go; these belong to the JVM or to the container's pools. */
    private static Set<Thread> threads() {
        Set<Thread> threads = new java.util.HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> thread.getThreadGroup() == null
                || thread.getThreadGroup().getName().equals("system")
                || thread.getName().matches("(http-nio|qtp|Catalina|main|surefire|ping-|container-).*"));
        return threads;
    }

    private static List<String> threadsOf(WeakReference<ClassLoader> loader) {
        ClassLoader app = loader.get();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getContextClassLoader() == app)
                .map(Thread::getName)
                .filter(name -> !name.matches("(http-nio|qtp).*"))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable ClassLoader gone(WeakReference<ClassLoader> loader) {
        for (int attempt = 0; attempt < 100 && loader.get() != null; attempt++) {
            System.gc();
            // Garbage collection has no event to wait for.
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        return loader.get();
    }
}
