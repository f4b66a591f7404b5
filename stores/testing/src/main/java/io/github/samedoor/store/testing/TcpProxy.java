/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A way to a server that a test can cut, clog or slow down; on a free port of this machine. */
public final class TcpProxy implements AutoCloseable {
    private enum State {
        OPEN,
        /** Connections are refused, and those there are end. */
        DOWN,
        /** Connections are taken, and nothing that is sent arrives or is ever answered. */
        BLACK_HOLE
    }

    private final int target;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tcp-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Pipe> pipes = ConcurrentHashMap.newKeySet();
    private volatile State state = State.OPEN;
    private volatile long delayMillis;
    private ServerSocket door;

    private TcpProxy(int target) {
        this.target = target;
        this.door = listen(0);
        this.port = door.getLocalPort();
        accept(door);
    }

    /** Opens a way to a port of this machine. */
    public static TcpProxy to(int port) {
        return new TcpProxy(port);
    }

    /** Returns its own port. */
    public int port() {
        return port;
    }

    /** Ends all connections and refuses new ones. */
    public synchronized void down() {
        state = State.DOWN;
        quietly(door::close);
        pipes.forEach(Pipe::end);
    }

    /** Swallows what is sent on all connections, and on new ones. Those it swallowed from never work again. */
    public synchronized void blackHole() {
        state = State.BLACK_HOLE;
        pipes.forEach(pipe -> pipe.lost = true);
    }

    /** Holds back each piece of an answer for a while. */
    public void slow(long millis) {
        delayMillis = millis;
    }

    /** Lets new connections work again, after anything. */
    public synchronized void back() {
        delayMillis = 0;
        state = State.OPEN;
        if (door.isClosed()) {
            door = listen(port);
            accept(door);
        }
    }

    @Override
    public synchronized void close() {
        quietly(door::close);
        pipes.forEach(Pipe::end);
        threads.shutdownNow();
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        threads.execute(() -> quietly(() -> {
            while (true) {
                open(listening.accept());
            }
        }));
    }

    private synchronized void open(Socket client) throws IOException {
        if (state == State.DOWN) {
            client.close();
            return;
        }
        Pipe pipe = new Pipe(client, new Socket(InetAddress.getLoopbackAddress(), target), state == State.BLACK_HOLE);
        pipes.add(pipe);
        threads.execute(() -> pipe.copy(pipe.client, pipe.server, false));
        threads.execute(() -> pipe.copy(pipe.server, pipe.client, true));
    }

    private final class Pipe {
        private final Socket client;
        private final Socket server;
        private volatile boolean lost;

        Pipe(Socket client, Socket server, boolean lost) {
            this.client = client;
            this.server = server;
            this.lost = lost;
        }

        void copy(Socket from, Socket to, boolean answer) {
            quietly(() -> {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[8192];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (answer && delayMillis > 0) {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
                    }
                    if (!lost) {
                        out.write(buffer, 0, read);
                        out.flush();
                    }
                }
            });
            if (!lost) {
                end();
            }
        }

        void end() {
            quietly(client::close);
            quietly(server::close);
            pipes.remove(this);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Runs a step that fails when a connection ends, which is what is wanted. */
    private static void quietly(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            return; // it has ended
        }
    }
}
