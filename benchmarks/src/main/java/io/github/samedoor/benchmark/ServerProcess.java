/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link BenchmarkServer} in a process of its own, held to one core. */
final class ServerProcess implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CORE = "0";

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final int startMillis;

    /**
     * What the process has used so far.
     *
     * @param cpuNanos CPU time
     * @param allocatedBytes bytes that its threads allocated
     */
    record Figures(long cpuNanos, long allocatedBytes) {}

    private ServerProcess(Process process, int port, int startMillis) {
        this.process = process;
        this.port = port;
        this.startMillis = startMillis;
    }

    static ServerProcess start(Container container, int tools, boolean sdk) throws IOException {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", CORE));
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"));
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BenchmarkServer.class.getName()));
        command.addAll(List.of(container.name(), String.valueOf(tools), String.valueOf(sdk)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                List<String> words = List.of(line.split(" "));
                return new ServerProcess(process, Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2)));
            }
        }
        throw new IOException("The server didn't start: " + String.join(" ", command));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Returns how long after its process began the server was ready. */
    int startMillis() {
        return startMillis;
    }

    Figures figures() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/figures")).build();
        JsonNode json =
                MAPPER.readTree(client.send(request, BodyHandlers.ofString()).body());
        return new Figures(
                json.get("cpuNanos").longValue(), json.get("allocatedBytes").longValue());
    }

    /** Makes sure that a call is answered as it should be: a benchmark of errors is worth nothing. */
    void check(Call call) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(call.path()))
                .headers(call.headers().toArray(String[]::new))
                .method(call.method(), BodyPublishers.ofString(call.body()))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200 || !response.body().contains(call.mark())) {
            throw new IOException(call.path() + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
