/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file under a {@link FileAuditLog}: whole lines, or none of a line.
 *
 * <p>It writes by {@link RandomAccessFile}, since a channel would be closed when the watchdog interrupts the thread of a
 * call. Not thread-safe.
 */
final class AuditFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFile.class);
    private static final int LONGEST_LINE = 64 * 1024;

    private final Path path;
    private final FileAuditLog.Options options;
    private RandomAccessFile file;
    private @Nullable Object key;
    private long end;
    private String head = AuditChain.START;
    private boolean unsynced;

    AuditFile(Path path, FileAuditLog.Options options) throws IOException {
        this.path = path;
        this.options = options;
        this.file = open();
        this.key = keyOf(path);
        this.end = endOfLastLine();
        if (options.chain() && end > 0) {
            head = AuditChain.headOf(lastLine());
        }
    }

    void append(String line) throws IOException {
        followRotation();
        String whole = options.chain() ? AuditChain.chained(head, line) : line;
        byte[] bytes = FileAuditLog.bytes(whole);
        file.setLength(end); // what an earlier attempt left of a line
        file.seek(end);
        file.write(bytes);
        end += bytes.length;
        unsynced = true;
        if (options.chain()) {
            head = AuditChain.headOf(whole);
        }
    }

    /** Makes what was appended last, where that is asked for. */
    void settle() throws IOException {
        if (options.sync() && unsynced) {
            file.getFD().sync();
        }
        unsynced = false;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void followRotation() throws IOException {
        if (!Objects.equals(key, keyOf(path))) {
            RandomAccessFile next = open(); // where that fails, the old one stays
            settle();
            file.close();
            file = next;
            key = keyOf(path);
            end = endOfLastLine();
        } else if (file.length() < end) { // copied and truncated
            end = endOfLastLine();
        }
    }

    private RandomAccessFile open() throws IOException {
        RandomAccessFile opened = new RandomAccessFile(path.toFile(), "rw");
        try {
            FileLock lock = opened.getChannel().tryLock();
            if (lock == null) {
                throw new IOException("another process writes it; give each its own file");
            }
            return opened;
        } catch (OverlappingFileLockException e) {
            opened.close();
            throw new IOException("another application of this server writes it; give each its own file", e);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /** Finds where whole lines end; what a crash left of a line behind that was never acknowledged to anybody. */
    private long endOfLastLine() throws IOException {
        long length = file.length();
        byte[] tail = tail(length);
        int newline = lastNewline(tail, tail.length - 1);
        long whole = newline < 0 ? length - tail.length : length - tail.length + newline + 1;
        if (whole < length) {
            LOG.warn("The last line of {} was never written to its end: {} bytes are dropped", path, length - whole);
        }
        return whole;
    }

    private String lastLine() throws IOException {
        byte[] tail = tail(end);
        int start = lastNewline(tail, tail.length - 2) + 1;
        return new String(tail, start, tail.length - 1 - start, StandardCharsets.US_ASCII);
    }

    private byte[] tail(long length) throws IOException {
        byte[] tail = new byte[(int) Math.min(length, LONGEST_LINE)];
        file.seek(length - tail.length);
        file.readFully(tail);
        return tail;
    }

    private static int lastNewline(byte[] bytes, int from) {
        int i = from;
        while (i >= 0 && bytes[i] != '\n') {
            i--;
        }
        return i;
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        try {
            return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class)
                            .fileKey())
                    .orElse(path);
        } catch (NoSuchFileException e) {
            return null; // rotated away, and no new one there yet
        }
    }
}
