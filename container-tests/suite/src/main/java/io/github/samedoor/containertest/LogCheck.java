/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads all that the servers of this module logged while the other tests ran, and looks for the secrets that were used.
 *
 * <p>The build runs it after them, over the files in which it keeps their output.
 */
class LogCheck {
    private static final Pattern SECRETS = Pattern.compile("user-token-123|admin-token-456|api-key-789"
            + "|password123|admin123|joes-password|roots-password"
            + "|(?i:basic )[A-Za-z0-9+/]{12,}=*"
            + "|session-[A-Za-z0-9_-]{20,}|refresh-[A-Za-z0-9_-]{20,}");

    @Test
    void noSecretThatATestUsedIsInAnyLog() throws IOException {
        List<String> found = new ArrayList<>();
        long size = 0;
        for (Path log : logs()) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            size += text.length();
            text.lines().forEach(line -> {
                Matcher secret = SECRETS.matcher(line);
                if (secret.find()) {
                    found.add(log.getFileName() + ": " + line);
                }
            });
        }
        assertThat("the logs are where this test looks", size, is(greaterThan(10_000L)));
        assertThat(found, is(empty()));
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target", "surefire-reports"))) {
            return files.filter(file -> file.toString().endsWith("-output.txt")).toList();
        }
    }
}
