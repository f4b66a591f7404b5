/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code samedoor} command; it ends with 0 for done, 1 for refused or failed and 2 for a wrong command line. */
@Command(
        name = "samedoor",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Administers an application that Samedoor guards.",
        subcommands = {TokenCommand.class, PasswordCommand.class, AuditCommand.class, GuardsCommand.class})
final class Main {
    private Main() {}

    /**
     * Runs the command.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::failed)
                .execute(arguments));
    }

    /** Says in one line what went wrong; a stack trace would help nobody and might show a secret. */
    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        String reason = failure instanceof Failure
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        command.getErr().println("samedoor: " + reason);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Says which version this is. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"samedoor " + (version == null ? "(unpacked)" : version)};
        }
    }
}
