/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends a call over and over with the load generator wrk, which is held to the other core.
 *
 * @param script the script of wrk
 */
record Load(Path script) {
    private static final String CORE = "1";
    private static final Pattern SUMMARY =
            Pattern.compile("SUMMARY requests=(\\d+) micros=(\\d+) errors=(\\d+) p50=(\\d+) p99=(\\d+)");

    /**
     * What came of a round.
     *
     * @param requestsPerSecond answers a second
     * @param cpuMicros CPU time of the server's process for each call
     * @param bytes bytes that the server allocated for each call
     * @param p50Micros half of the answers took no longer
     * @param p99Micros 99 of 100 answers took no longer
     */
    record Round(double requestsPerSecond, double cpuMicros, double bytes, double p50Micros, double p99Micros) {}

    Round send(ServerProcess server, Call call, int connections, int seconds) throws IOException, InterruptedException {
        server.check(call);
        ServerProcess.Figures before = server.figures();
        String output = wrk(server, call, connections, seconds);
        ServerProcess.Figures after = server.figures();
        Matcher summary = SUMMARY.matcher(output);
        if (!summary.find() || !summary.group(3).equals("0")) {
            throw new IOException("wrk failed or had errors:\n" + output);
        }
        double requests = number(summary, 1);
        return new Round(
                requests * 1_000_000 / number(summary, 2),
                (after.cpuNanos() - before.cpuNanos()) / 1_000.0 / requests,
                (after.allocatedBytes() - before.allocatedBytes()) / requests,
                number(summary, 4),
                number(summary, 5));
    }

    private static double number(Matcher summary, int group) {
        return Double.parseDouble(summary.group(group));
    }

    private String wrk(ServerProcess server, Call call, int connections, int seconds) throws IOException {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", CORE, "wrk", "-t1"));
        command.addAll(List.of("-c" + connections, "-d" + seconds + "s", "-s", script.toString()));
        command.add(server.uri("/").toString());
        command.addAll(List.of("--", call.method(), call.path(), call.body()));
        command.addAll(call.headers());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
