/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

import io.github.samedoor.audit.AuditChain;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code samedoor audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks after the audit file.")
final class AuditCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Checks that no line of a chained audit file was edited, removed or moved.")
    int verify(
            @Parameters(paramLabel = "FILE", description = "The audit file.") Path file,
            @Option(
                            names = "--start",
                            description = "What the first line is chained to: the last hash of the file before.")
                    Optional<String> start)
            throws Exception {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            AuditChain.Verification found = AuditChain.verify(lines, start.orElse(AuditChain.START));
            PrintWriter out = spec.commandLine().getOut();
            if (found instanceof AuditChain.Verification.Broken broken) {
                throw new Failure("line " + broken.line() + " of " + file + ": " + broken.reason());
            }
            if (found instanceof AuditChain.Verification.Intact intact) {
                out.println(intact.lines() + " lines are intact, the last hash is " + intact.head());
            }
            out.flush();
            return 0;
        }
    }
}
