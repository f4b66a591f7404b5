/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.password.PasswordHasher;
import io.github.samedoor.password.PasswordPolicy;
import io.github.samedoor.password.Pbkdf2PasswordHasher;
import io.github.samedoor.password.argon2.Argon2PasswordHasher;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code samedoor password}. */
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Hashes passwords.")
final class PasswordCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private enum Algorithm {
        PBKDF2,
        ARGON2ID
    }

    @Command(
            name = "hash",
            mixinStandardHelpOptions = true,
            description =
                    "Asks for a password and prints its hash, for \"passwordHash\" of the identity file. Without a"
                            + " terminal it reads one line from the standard input.")
    int hash(
            @Option(
                            names = "--algorithm",
                            defaultValue = "PBKDF2",
                            description = "${COMPLETION-CANDIDATES}; ARGON2ID needs samedoor-passwords-argon2 in the"
                                    + " application. Default: ${DEFAULT-VALUE}.")
                    Algorithm algorithm,
            @Option(names = "--user", description = "The user's name, which the password mustn't be made of.")
                    Optional<String> user)
            throws Exception {
        Secret password = SecretInput.ask("Password");
        Optional<String> complaint = PasswordPolicy.complaint(password, user.orElse(""));
        if (complaint.isPresent()) {
            throw new Failure(complaint.get());
        }
        PasswordHasher hasher = algorithm == Algorithm.PBKDF2 ? new Pbkdf2PasswordHasher() : new Argon2PasswordHasher();
        spec.commandLine().getOut().println(hasher.hash(password).encoded());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
