/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

import io.github.samedoor.credential.Secret;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where secrets come from: never the command line, which everybody on the machine can see. */
final class SecretInput {
    /** The environment variable that holds the credential of an administrator. */
    static final String VARIABLE = "SAMEDOOR_AUTHORIZATION";

    private SecretInput() {}

    /** Asks at the terminal without showing it, or reads one line from the standard input. */
    @SuppressWarnings(
            "SystemConsoleNull") // where newer JDKs give a console without a terminal, it reads a line just so
    static Secret ask(String what) throws IOException, Failure {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("%s: ", what);
            if (typed != null) {
                Secret secret = new Secret(new String(typed));
                Arrays.fill(typed, ' ');
                return secret;
            }
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null || line.isEmpty()) {
            throw new Failure("There is no " + what.toLowerCase(Locale.ROOT) + " on the standard input");
        }
        return new Secret(line);
    }

    /** Finds an administrator's credential: in a file, in the environment, or by asking. */
    static Secret credential(Optional<Path> file) throws IOException, Failure {
        if (file.isPresent()) {
            return new Secret(Files.readString(file.get()).strip());
        }
        String variable = System.getenv(VARIABLE);
        return variable == null || variable.isBlank()
                ? ask("Authorization (such as: Bearer token)")
                : new Secret(variable.strip());
    }
}
