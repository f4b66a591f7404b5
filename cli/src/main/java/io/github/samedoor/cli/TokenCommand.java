/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code samedoor token}. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes, lists and revokes tokens and API keys, at a running application or in its identity file.")
final class TokenCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Where to do it, which every subcommand asks for. */
    static final class Place {
        @ArgGroup(multiplicity = "1")
        @SuppressWarnings("NullAway.Init")
        private Choice choice;

        @Option(
                names = "--credential-file",
                description = "A file that holds the administrator's Authorization header, such as: Bearer token."
                        + " Without it, the environment variable " + SecretInput.VARIABLE + " or a prompt.")
        private @Nullable Path credentialFile;

        /** One of the two. */
        static final class Choice {
            @Option(
                    names = "--url",
                    required = true,
                    description = "Where the application's TokenAdminServlet is, such as"
                            + " https://app.example.com/admin/tokens.")
            private @Nullable URI url;

            @Option(
                    names = "--file",
                    required = true,
                    description = "The identity file, such as WEB-INF/identity.json. It counts at the next start.")
            private @Nullable Path file;
        }

        TokenPlace open() throws IOException, Failure {
            Path file = choice.file;
            if (file != null) {
                return new IdentityFile(file, Clock.systemUTC());
            }
            return new RunningApplication(AdminAddress.of(
                    choice.url, "https://app.example.com/admin/tokens", Optional.ofNullable(credentialFile)));
        }
    }

    private enum Kind {
        BEARER("bearer"),
        API_KEY("apiKey");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes a token and prints it, this once, alone on the standard output; its id goes to the"
                    + " standard error.")
    int create(
            @Mixin Place place,
            @Option(names = "--owner", required = true, description = "The id of the user whose it is.") String owner,
            @Option(
                            names = "--kind",
                            defaultValue = "BEARER",
                            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
                    Kind kind,
            @Option(names = "--label", description = "What it is for.") Optional<String> label,
            @Option(names = "--expires-in", description = "How long it lasts, such as P90D; for ever by default.")
                    Optional<Duration> life)
            throws Exception {
        JsonNode made = place.open().create(new TokenPlace.Wish(kind.text, owner, label, life));
        spec.commandLine().getErr().println("Made " + made.path("id").asText() + " of user " + owner);
        spec.commandLine().getErr().flush();
        print(made.path("token").asText());
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists tokens, one JSON object a line.")
    int list(
            @Mixin Place place,
            @Option(names = "--owner", description = "Only those of the user with this id.") Optional<String> owner)
            throws Exception {
        for (JsonNode token : place.open().list(owner)) {
            print(token.toString());
        }
        return 0;
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Ends a token for good; in the identity file its entry is removed.")
    int revoke(
            @Mixin Place place,
            @Parameters(paramLabel = "ID", description = "The token's id, as create and list show it.") String id)
            throws Exception {
        place.open().revoke(id);
        return 0;
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
