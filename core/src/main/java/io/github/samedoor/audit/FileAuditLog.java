/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.audit;

import io.github.samedoor.identity.StoreUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Keeps audit events in a file of its own: one line of JSON each, appended, and chained where it is asked for.
 *
 * <p>A file that was renamed by a log rotation is left and a new one begun; a chain goes on from one to the next. While
 * the file can't be written every event is refused with {@link StoreUnavailableException}, and the last
 * {@value #MOST_WAITING} characters or so of them wait in memory; the next event that can be written takes them along. One process
 * writes a file. Thread-safe.
 */
public final class FileAuditLog implements AuditLog, AutoCloseable {
    static final int MOST_WAITING = 1 << 20;

    private final AuditFile file;
    private final StringBuilder waiting = new StringBuilder();

    /**
     * How a file is written.
     *
     * @param sync whether an event is on the disk, not only with the operating system, before its request is answered; it
     *     costs some milliseconds a line
     * @param chain whether lines are chained as {@link AuditChain} says
     */
    public record Options(boolean sync, boolean chain) {}

    /**
     * Opens a file, or makes it; its folder must be there.
     *
     * @param path which
     * @param options how it is written
     * @throws IllegalArgumentException if it can't be written, is written by another process, or a chain can't go on in it; the message says
     *     the mend
     */
    public FileAuditLog(Path path, Options options) {
        try {
            this.file = new AuditFile(path, options);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the audit file " + path + " can't be used: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void append(AuditEvent event) {
        if (waiting.length() < MOST_WAITING) {
            waiting.append(AuditLine.of(event)).append('\n');
        }
        write();
    }

    /** Tries to write what waits. */
    @Override
    public synchronized void check() {
        write();
    }

    /** Closes the file; what still waits is tried once more. */
    @Override
    public synchronized void close() throws IOException {
        try {
            write();
        } finally {
            file.close();
        }
    }

    private void write() {
        try {
            while (!waiting.isEmpty()) {
                int end = waiting.indexOf("\n");
                file.append(waiting.substring(0, end));
                waiting.delete(0, end + 1);
            }
            file.settle();
        } catch (IOException e) {
            throw new StoreUnavailableException("The audit file", e);
        }
    }

    /** Returns how lines become bytes: they are ASCII already. */
    static byte[] bytes(String line) {
        return (line + '\n').getBytes(StandardCharsets.US_ASCII);
    }
}
