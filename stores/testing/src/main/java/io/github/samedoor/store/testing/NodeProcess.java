/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link RotatingNode} in a Java machine of its own, which dies by {@code kill -9}. For one thread. */
final class NodeProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final List<String> said = new ArrayList<>();

    private NodeProcess(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    static NodeProcess start(Class<?> main, String address) {
        try {
            return new NodeProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            main.getName(),
                            address)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void begin(List<String> work) {
        try (Writer in = process.outputWriter(StandardCharsets.US_ASCII)) {
            in.write(String.join("\n", work) + "\ngo\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has said so many more lines. */
    void await(int lines) {
        for (int i = 0; i < lines; i++) {
            String line = read();
            if (line == null) {
                throw new IllegalStateException("The node ended by itself after " + said);
            }
            said.add(line);
        }
    }

    /** Kills it and returns all that it said before. */
    List<String> kill() {
        process.toHandle().destroyForcibly(); // unlike the process itself it leaves open what was said
        for (String line = read(); line != null; line = read()) {
            said.add(line);
        }
        return said;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private @Nullable String read() {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
