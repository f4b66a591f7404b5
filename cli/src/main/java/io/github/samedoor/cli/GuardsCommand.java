/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code samedoor guards}. */
@Command(
        name = "guards",
        mixinStandardHelpOptions = true,
        description =
                "Prints the guard report of a running endpoint; ends with 1 if a tool is refused or the self-test failed.")
final class GuardsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "URL",
            description = "The report's address, such as https://app.example.com/mcp/guards. The endpoint's init-param"
                    + " guard-report-role must name your role.")
    private @Nullable URI url;

    @Option(
            names = "--credential-file",
            description = "A file that holds the Authorization header, such as: Bearer token. Without it, the"
                    + " environment variable " + SecretInput.VARIABLE + " or a prompt.")
    private @Nullable Path credentialFile;

    @Override
    public Integer call() throws Exception {
        AdminAddress address =
                AdminAddress.of(url, "https://app.example.com/mcp/guards", Optional.ofNullable(credentialFile));
        JsonNode report = new ObjectMapper()
                .readTree(address.send(HttpRequest.newBuilder(address.url()).header("Accept", "application/json")));
        PrintWriter out = spec.commandLine().getOut();
        String selfTest = report.path("selfTest").asText();
        out.println(printable("Guard report on " + report.path("container").asText() + ", self-test " + selfTest));
        boolean whole = selfTest.equals("passed");
        for (JsonNode tool : report.path("tools")) {
            out.println("  " + printable(line(tool)));
            whole &= tool.path("verdict").asText().equals("offered");
        }
        out.flush();
        return whole ? 0 : 1;
    }

    private static String line(JsonNode tool) {
        String route = tool.path("route").asText();
        if (!tool.path("verdict").asText().equals("offered")) {
            return route + "  REFUSED: " + tool.path("reason").asText() + ". Mend: "
                    + tool.path("mend").asText();
        }
        List<String> guards = new ArrayList<>();
        if (tool.has("constraint")) {
            guards.add(tool.path("constraint").asText());
        }
        tool.path("filters").forEach(filter -> guards.add(filter.asText()));
        guards.add("servlet " + tool.path("servlet").asText());
        return route + "  offered: " + String.join(" > ", guards);
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
