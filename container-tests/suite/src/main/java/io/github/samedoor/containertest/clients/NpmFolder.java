/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder of npm packages, among them the Node that runs them, as its lockfile says.
 *
 * @param folder where it is
 */
record NpmFolder(Path folder) {
    /**
     * What a program did.
     *
     * @param exit its exit code
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    record Run(int exit, String out, String err) {}

    /** Finds {@code container-tests/clients}, and installs what its lockfile names unless that is done. */
    static NpmFolder installed() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path folder = up.resolve("container-tests/clients");
            if (Files.isRegularFile(folder.resolve("package-lock.json"))) {
                NpmFolder found = new NpmFolder(folder);
                found.install();
                return found;
            }
        }
        throw new IllegalStateException(
                "There is no container-tests/clients above " + Path.of("").toAbsolutePath());
    }

    /** Runs a script of the folder with a home of its own, and waits for its end. */
    Run node(Path home, String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(node(), script));
        command.addAll(List.of(arguments));
        return run(home, 60, command);
    }

    // npm notes in the second file what it installed last.
    private void install() {
        Path wanted = folder.resolve("package-lock.json");
        Path done = folder.resolve("node_modules/.package-lock.json");
        try {
            boolean fresh = Files.isRegularFile(done)
                    && Files.getLastModifiedTime(done).compareTo(Files.getLastModifiedTime(wanted)) >= 0;
            if (!fresh) {
                Run run = run(folder, 400, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
                if (run.exit() != 0) {
                    throw new IllegalStateException("npm ci failed in " + folder + ": " + run);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Can't look into " + folder, e);
        }
    }

    // Where the lockfile has no Node for this machine, its own must do.
    private String node() {
        try (Stream<Path> packages = Files.list(folder.resolve("node_modules"))) {
            return packages.map(each -> each.resolve("bin/node"))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst()
                    .orElse("node");
        } catch (IOException e) {
            throw new IllegalStateException("Nothing is installed in " + folder, e);
        }
    }

    private Run run(Path home, int seconds, List<String> command) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            if (!home.equals(folder)) {
                builder.environment().put("HOME", home.toString());
            }
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            Run run = new Run(ended ? process.exitValue() : -1, text(out), text(err));
            Files.delete(out);
            Files.delete(err);
            return run;
        } catch (IOException e) {
            throw new IllegalStateException(
                    command.get(0) + " could not be run: install npm, or leave these tests out with"
                            + " -Dtests.excluded=clients",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
