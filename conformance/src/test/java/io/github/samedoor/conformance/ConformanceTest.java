/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.conformance;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The official suite finds nothing wrong. */
@Tag("conformance")
class ConformanceTest {
    private static final Path REPORT = Path.of("target/conformance.txt");

    @Test
    void officialSuitePasses() throws Exception {
        Process process = new ProcessBuilder("./run")
                .redirectErrorStream(true)
                .redirectOutput(REPORT.toFile())
                .start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        String report = Files.readString(REPORT);
        assertThat("run ended in time: " + report, ended, is(true));
        assertThat(report, process.exitValue(), is(0));
        assertThat(report, containsString("==> MCP 2025-11-25"));
        assertThat(report, containsString("==> MCP 2026-07-28"));
    }
}
