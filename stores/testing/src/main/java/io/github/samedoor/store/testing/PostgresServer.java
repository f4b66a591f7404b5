/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A PostgreSQL of its own for a test, with all that makes it safe switched on as it is by default. */
public final class PostgresServer implements AutoCloseable {
    private final Path home;
    private final int port;
    private Process process;

    private PostgresServer(Path home, int port) {
        this.home = home;
        this.port = port;
        this.process = launch();
    }

    /** Starts one on a free port of this machine. */
    public static PostgresServer start() {
        Path home = ServerProcess.newHome("postgres");
        unpack(home);
        ServerProcess.giveAway(home);
        ServerProcess.run(
                home,
                ServerProcess.unprivileged(List.of(
                        home.resolve("bin/initdb").toString(),
                        "--pgdata=" + home.resolve("data"),
                        "--username=postgres",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C")));
        return new PostgresServer(home, ServerProcess.freePort());
    }

    /** Returns its address for JDBC. */
    public String url() {
        return url(port);
    }

    /** Returns its address for JDBC by way of another port. */
    public static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    /** Returns its port. */
    public int port() {
        return port;
    }

    /** Kills it as a power cut would, and starts it again on the same data. */
    public void crash() {
        ServerProcess.stop(process);
        try {
            Files.deleteIfExists(home.resolve("data/postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = launch();
    }

    @Override
    public void close() {
        ServerProcess.stop(process);
        ServerProcess.delete(home);
    }

    private Process launch() {
        List<String> command = List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                home.resolve("data").toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200");
        return ServerProcess.start(home, ServerProcess.unprivileged(command), this::answers);
    }

    private boolean answers() {
        try {
            return Files.exists(home.resolve("data/postmaster.pid"))
                    && Files.readString(home.resolve("data/postmaster.pid")).contains("ready");
        } catch (IOException e) {
            return false; // it is just being written
        }
    }

    private static void unpack(Path home) {
        String name = "/postgres-" + (System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux") + "-"
                + (System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
        try (InputStream in = PostgresServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name.toLowerCase(Locale.ROOT)
                        + " on the class path: build with -Dpostgres.platform=..., see stores/testing/pom.xml");
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, home.resolve(entry.getName()).normalize());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(tar, file);
            Set<PosixFilePermission> rights = EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.OTHERS_READ);
            if ((entry.getMode() & 0100) != 0) {
                rights.addAll(Set.of(
                        PosixFilePermission.OWNER_EXECUTE,
                        PosixFilePermission.GROUP_EXECUTE,
                        PosixFilePermission.OTHERS_EXECUTE));
            }
            Files.setPosixFilePermissions(file, rights);
        }
    }
}
