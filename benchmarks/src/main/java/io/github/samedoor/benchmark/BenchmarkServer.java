/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves the application from a process of its own, until its standard input ends. */
public final class BenchmarkServer {
    private BenchmarkServer() {}

    /**
     * Starts, and then prints the port and how many milliseconds after the start of its process it was ready.
     *
     * @param arguments the container, how many tools it offers and whether it has the endpoints of the official SDK
     * @throws Exception if it doesn't start
     */
    public static void main(String[] arguments) throws Exception {
        Path files = Files.createTempDirectory("samedoor-benchmark");
        Application application = new Application(Integer.parseInt(arguments[1]), Boolean.parseBoolean(arguments[2]));
        Container.Serving serving = Container.valueOf(arguments[0]).start(application, files);
        long ready = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.println("READY " + serving.port() + " " + ready);
        System.in.transferTo(OutputStream.nullOutputStream());
        serving.stop();
        System.exit(0);
    }
}
