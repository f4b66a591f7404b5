/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Redis of its own for a test, which writes every change to disk before it answers. */
public final class RedisServer implements AutoCloseable {
    private final Path home;
    private final int port;
    private Process process;

    private RedisServer(Path home, int port) {
        this.home = home;
        this.port = port;
        this.process = launch();
    }

    /** Starts one on a free port of this machine. */
    public static RedisServer start() {
        Path home = ServerProcess.newHome("redis");
        unpack(home.resolve("redis-server"));
        return new RedisServer(home, ServerProcess.freePort());
    }

    /** Returns its address. */
    public String url() {
        return url(port);
    }

    /** Returns its address by way of another port. */
    public static String url(int port) {
        return "redis://127.0.0.1:" + port;
    }

    /** Returns its port. */
    public int port() {
        return port;
    }

    /** Kills it as a power cut would, and starts it again on the same data. */
    public void crash() {
        ServerProcess.stop(process);
        process = launch();
    }

    @Override
    public void close() {
        ServerProcess.stop(process);
        ServerProcess.delete(home);
    }

    private Process launch() {
        List<String> command = List.of(
                home.resolve("redis-server").toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                home.toString(),
                "--save",
                "",
                "--appendonly",
                "yes",
                "--appendfsync",
                "always");
        return ServerProcess.start(home, command, this::answers);
    }

    /** Asks it: while it reads its data it takes connections but no commands. */
    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    private static void unpack(Path file) {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        String name = "/redis-server-"
                + (mac || !arm ? "6.2.6-v5" : "6.2.7")
                + (mac ? "-darwin-" : "-linux-")
                + (arm ? "arm64" : "amd64");
        try (InputStream in = RedisServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name + " on the class path for this machine");
            }
            Files.copy(in, file);
            if (!file.toFile().setExecutable(true)) {
                throw new IllegalStateException(file + " can't be made executable");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
