/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.audit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.audit.AuditChain.Verification;
import io.github.samedoor.identity.StoreUnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAuditLogTest {
    private static final FileAuditLog.Options PLAIN = new FileAuditLog.Options(false, false);
    private static final FileAuditLog.Options CHAINED = new FileAuditLog.Options(true, true);

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void choosePath() {
        path = folder.resolve("audit.log");
    }

    @Test
    void appendsALineForEachEventAndGoesOnAfterARestart() throws Exception {
        write(PLAIN, "a", "b");
        write(PLAIN, "c");
        assertThat(lines(), hasSize(3));
        assertThat(lines().get(2), containsString("\"target\":\"c\""));
    }

    @Test
    void theChainOfAnUntouchedFileIsIntactAcrossRestarts() throws Exception {
        write(CHAINED, "a", "b");
        write(CHAINED, "c");
        assertThat(verify(lines()) instanceof Verification.Intact intact && intact.lines() == 3, is(true));
    }

    @Test
    void theChainShowsAnEditedLine() throws Exception {
        write(CHAINED, "a", "b", "c", "d");
        List<String> edited = lines();
        edited.set(1, edited.get(1).replace("\"target\":\"b\"", "\"target\":\"B\""));
        assertThat(brokenLine(edited), is(2L));
    }

    @Test
    void theChainShowsARemovedLineWhereverItWas() throws Exception {
        write(CHAINED, "a", "b", "c", "d");
        for (int removed : new int[] {0, 1, 2}) {
            List<String> fewer = lines();
            fewer.remove(removed);
            assertThat(brokenLine(fewer), is(removed + 1L));
        }
    }

    @Test
    void theChainShowsLinesInAnotherOrder() throws Exception {
        write(CHAINED, "a", "b", "c", "d");
        List<String> swapped = lines();
        Collections.swap(swapped, 1, 2);
        assertThat(brokenLine(swapped), is(2L));
    }

    @Test
    void theChainShowsALineThatIsNotOfIt() throws Exception {
        write(CHAINED, "a");
        List<String> more = lines();
        more.add("{\"time\":\"2026-01-01T00:00:00Z\"}");
        assertThat(brokenLine(more), is(2L));
    }

    @Test
    void linesCutOffAtTheEndShowInTheHead() throws Exception {
        write(CHAINED, "a", "b", "c");
        String head = ((Verification.Intact) verify(lines())).head();
        List<String> fewer = lines().subList(0, 2);
        assertThat(((Verification.Intact) verify(fewer)).head().equals(head), is(false));
    }

    @Test
    void aRotatedFileIsLeftAndTheChainGoesOnInTheNext() throws Exception {
        Path old = folder.resolve("audit.log.1");
        try (FileAuditLog log = new FileAuditLog(path, CHAINED)) {
            log.append(event("a"));
            Files.move(path, old);
            log.append(event("b"));
        }
        Verification first = verify(Files.readAllLines(old));
        assertThat(first instanceof Verification.Intact, is(true));
        String head = ((Verification.Intact) first).head();
        Verification second = AuditChain.verify(reader(lines()), head);
        assertThat(second instanceof Verification.Intact intact && intact.lines() == 1, is(true));
        assertThat(verify(lines()) instanceof Verification.Broken, is(true));
    }

    @Test
    void aLineThatACrashCutShortIsNoPartOfTheChain() throws Exception {
        write(CHAINED, "a", "b");
        String text = Files.readString(path);
        Files.writeString(path, text.substring(0, text.length() - 10));
        write(CHAINED, "c");
        assertThat(verify(lines()) instanceof Verification.Intact intact && intact.lines() == 2, is(true));
        assertThat(lines().get(1), containsString("\"target\":\"c\""));
    }

    @Test
    void eventsThatCouldNotBeWrittenWaitAndAreWrittenInOrder() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path away = folder.resolve("away");
        path = inner.resolve("audit.log");
        try (FileAuditLog log = new FileAuditLog(path, CHAINED)) {
            log.append(event("a"));
            Files.move(inner, away);
            assertThrows(StoreUnavailableException.class, () -> log.append(event("b")));
            assertThrows(StoreUnavailableException.class, log::check);
            Files.move(away, inner);
            log.check();
            log.append(event("c"));
        }
        assertThat(verify(lines()) instanceof Verification.Intact intact && intact.lines() == 3, is(true));
        assertThat(lines().get(1), containsString("\"target\":\"b\""));
    }

    @Test
    void aFileHasOneWriter() throws Exception {
        try (FileAuditLog first = new FileAuditLog(path, PLAIN)) {
            first.append(event("a"));
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> new FileAuditLog(path, PLAIN));
            assertThat(refusal.getMessage(), containsString("give each its own file"));
        }
    }

    @Test
    void aChainDoesNotGoOnInAFileWithoutOne() throws Exception {
        write(PLAIN, "a");
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new FileAuditLog(path, CHAINED));
        assertThat(refusal.getMessage(), containsString("its last line has no link of a chain"));
    }

    @Test
    void threadsThatWriteAtOnceLeaveWholeChainedLinesEvenWhenInterrupted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (FileAuditLog log = new FileAuditLog(path, new FileAuditLog.Options(false, true))) {
            List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                ends.add(threads.submit(() -> {
                    for (int i = 0; i < 250; i++) {
                        Thread.currentThread().interrupt();
                        log.append(event("x" + i));
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(verify(lines()) instanceof Verification.Intact intact && intact.lines() == 1000, is(true));
    }

    private void write(FileAuditLog.Options options, String... targets) throws IOException {
        try (FileAuditLog log = new FileAuditLog(path, options)) {
            for (String target : targets) {
                log.append(event(target));
            }
        }
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(path));
    }

    private static Verification verify(List<String> lines) throws IOException {
        return AuditChain.verify(reader(lines), AuditChain.START);
    }

    private static long brokenLine(List<String> lines) throws IOException {
        return ((Verification.Broken) verify(lines)).line();
    }

    private static BufferedReader reader(List<String> lines) {
        return new BufferedReader(new StringReader(String.join("\n", lines)));
    }

    private static AuditEvent event(String target) {
        return new AuditEvent(
                Instant.EPOCH,
                AuditEvent.Action.REQUEST,
                AuditActor.unknown("192.0.2.1"),
                target,
                AuditEvent.Outcome.GRANTED,
                "",
                Map.of("status", "200"));
    }
}
