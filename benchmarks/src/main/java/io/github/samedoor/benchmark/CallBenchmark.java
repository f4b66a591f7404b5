/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole calls over one connection to a container in the same process.
 *
 * <p>The time holds two passes through the kernel; the bytes, with {@code -prof gc}, are the server's and next to nothing
 * of the client's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class CallBenchmark {
    /** The container. */
    @Param({"TOMCAT", "JETTY"})
    @SuppressWarnings("NullAway.Init")
    public String container;

    /** How many tools it offers. */
    @Param({"10"})
    public int tools;

    @SuppressWarnings("NullAway.Init")
    private Container.Serving serving;

    @SuppressWarnings("NullAway.Init")
    private Connection direct;

    @SuppressWarnings("NullAway.Init")
    private Connection tool;

    @SuppressWarnings("NullAway.Init")
    private Connection invoke;

    /**
     * Starts the container.
     *
     * @throws Exception if it doesn't start
     */
    @Setup(Level.Trial)
    public void start() throws Exception {
        serving = Container.valueOf(container)
                .start(new Application(tools, false), Files.createTempDirectory("samedoor-benchmark"));
        direct = new Connection(serving.port(), Call.direct());
        tool = new Connection(serving.port(), Call.tool());
        invoke = new Connection(serving.port(), Call.invoke());
    }

    /**
     * Stops the container.
     *
     * @throws Exception if it doesn't stop
     */
    @TearDown(Level.Trial)
    public void stop() throws Exception {
        direct.close();
        tool.close();
        invoke.close();
        serving.stop();
    }

    /** The direct call. */
    @Benchmark
    public int direct() throws IOException {
        return direct.exchange();
    }

    /** The tool call over MCP. */
    @Benchmark
    public int tool() throws IOException {
        return tool.exchange();
    }

    /** The tool call in plain JSON. */
    @Benchmark
    public int invoke() throws IOException {
        return invoke.exchange();
    }
}
