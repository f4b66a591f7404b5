/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import java.nio.file.Files;
import java.nio.file.Path;

/** The packed example, as the build made it. */
public final class ExampleWar {
    private ExampleWar() {}

    /**
     * Finds the WAR file: the system property {@code samedoor.example.war}, or where the build puts it.
     *
     * @return an existing file
     */
    public static Path path() {
        String configured = System.getProperty("samedoor.example.war", "");
        if (!configured.isEmpty()) {
            return Path.of(configured);
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path war = up.resolve("example-webapp/target/samedoor-example.war");
            if (Files.isRegularFile(war)) {
                return war;
            }
        }
        throw new IllegalStateException("The example isn't packed: build example-webapp first");
    }
}
