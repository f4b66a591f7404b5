/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import io.github.samedoor.benchmark.Load.Round;
import io.github.samedoor.benchmark.Pairs.Pair;
import io.github.samedoor.benchmark.Row.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Measures the door against the direct route, in one run, on each container, and writes the table. */
public final class LoadRun {
    private static final int FEW = 10;
    private static final int MANY = 5_000;

    private final Load load;
    private final int seconds;
    private final List<Row> rows = new ArrayList<>();

    private LoadRun(Load load, int seconds) {
        this.load = load;
        this.seconds = seconds;
    }

    /**
     * Runs everything and writes {@code load.md} and {@code load.json}.
     *
     * @param arguments the script of wrk, the directory for the results, and how many seconds a round takes
     * @throws Exception if a server doesn't start, wrk fails or an answer is wrong
     */
    public static void main(String[] arguments) throws Exception {
        LoadRun run = new LoadRun(new Load(Path.of(arguments[0])), Integer.parseInt(arguments[2]));
        for (Container container : Container.values()) {
            run.calls(container);
            run.manyTools(container);
            run.starts(container);
        }
        run.sdk();
        new Report(run.rows).writeTo(Path.of(arguments[1]));
    }

    private void calls(Container container) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(container, FEW, false)) {
            warm(server, Call.direct(), Call.tool(), Call.modernTool(), Call.invoke());
            Pairs at16 = pairs(server, Call.direct(), server, Call.tool(), 16, 3);
            add(container, "req/s, 16 connections", at16, Round::requestsPerSecond, new Target(0.65, 0.72));
            add(container, "CPU us per call", at16, Round::cpuMicros, new Target(1.55, 1.35));
            rows.add(Row.beyond(
                    container,
                    "bytes per call beyond direct",
                    at16.reference(Round::bytes),
                    at16.measured(Round::bytes),
                    container == Container.TOMCAT ? new Target(12_000, 10_500) : new Target(3_500, 2_500)));
            Pairs alone = pairs(server, Call.direct(), server, Call.tool(), 1, 3);
            rows.add(Row.beyond(
                    container,
                    "p50 us beyond direct, 1 connection",
                    alone.reference(Round::p50Micros),
                    alone.measured(Round::p50Micros),
                    new Target(12, 8)));
            Pairs crowd = pairs(server, Call.direct(), server, Call.tool(), 64, 3);
            add(container, "p99 us, 64 connections", crowd, Round::p99Micros, new Target(2.0, 1.6));
            compare(
                    container,
                    "CPU us, MCP 2026-07-28",
                    pairs(server, Call.direct(), server, Call.modernTool(), 16, 1));
            compare(container, "CPU us, /invoke", pairs(server, Call.direct(), server, Call.invoke(), 16, 1));
        }
    }

    private void manyTools(Container container) throws IOException, InterruptedException {
        try (ServerProcess few = ServerProcess.start(container, FEW, false);
                ServerProcess many = ServerProcess.start(container, MANY, false)) {
            warm(few, Call.tool(), Call.list());
            warm(many, Call.tool(), Call.list());
            Pairs calls = pairs(few, Call.tool(), many, Call.tool(), 16, 3);
            add(container, "CPU us per call, 5,000 tools against 10", calls, Round::cpuMicros, new Target(1.05, 1.02));
            Pairs lists = pairs(few, Call.list(), many, Call.list(), 4, 1);
            compare(container, "CPU us of tools/list, 5,000 tools (a page of 250) against 10", lists);
            rows.add(Row.ratio(
                    container,
                    "bytes of tools/list, 5,000 tools (a page of 250) against 10",
                    lists.reference(Round::bytes),
                    lists.measured(Round::bytes),
                    lists.each(Round::bytes, (before, after) -> after / before),
                    Optional.empty()));
        }
    }

    private void starts(Container container) throws IOException {
        double bare = start(container, 0);
        rows.add(Row.beyond(container, "ms to start, 10 tools", bare, start(container, FEW), new Target(100, 60)));
        rows.add(Row.beyond(container, "ms to start, 5,000 tools", bare, start(container, MANY), new Target(400, 60)));
    }

    private static double start(Container container, int tools) throws IOException {
        List<Integer> millis = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            try (ServerProcess server = ServerProcess.start(container, tools, false)) {
                millis.add(server.startMillis());
            }
        }
        return millis.stream().sorted().toList().get(2);
    }

    private void sdk() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(Container.TOMCAT, FEW, true)) {
            Call ours = Call.tool();
            warm(server, ours);
            sdk(server, ours, "req/s, against the SDK from memory", SdkEndpoints.MEMORY, new Target(2.4, 2.8));
            sdk(
                    server,
                    ours,
                    "req/s, against it with immediateExecution",
                    SdkEndpoints.IMMEDIATE,
                    new Target(1.5, 1.8));
            sdk(server, ours, "req/s, against it over HTTP to the route", SdkEndpoints.HTTP, new Target(8, 10));
        }
    }

    private void sdk(ServerProcess server, Call ours, String what, String path, Target target)
            throws IOException, InterruptedException {
        Call theirs = Call.tool(path);
        warm(server, theirs);
        add(Container.TOMCAT, what, pairs(server, theirs, server, ours, 16, 1), Round::requestsPerSecond, target);
    }

    private void warm(ServerProcess server, Call... calls) throws IOException, InterruptedException {
        for (int round = 0; round < 2; round++) {
            for (Call call : calls) {
                load.send(server, call, 16, seconds);
            }
        }
    }

    private Pairs pairs(
            ServerProcess firstServer, Call first, ServerProcess secondServer, Call second, int connections, int rounds)
            throws IOException, InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Round reference = load.send(firstServer, first, connections, seconds);
            pairs.add(new Pair(reference, load.send(secondServer, second, connections, seconds)));
        }
        return new Pairs(pairs);
    }

    private void add(Container container, String what, Pairs pairs, ToDoubleFunction<Round> figure, Target target) {
        add(container, what, pairs, figure, Optional.of(target));
    }

    private void compare(Container container, String what, Pairs pairs) {
        add(container, what, pairs, Round::cpuMicros, Optional.empty());
    }

    private void add(
            Container container, String what, Pairs pairs, ToDoubleFunction<Round> figure, Optional<Target> target) {
        double ratio = pairs.each(figure, (reference, measured) -> measured / reference);
        rows.add(Row.ratio(container, what, pairs.reference(figure), pairs.measured(figure), ratio, target));
    }
}
