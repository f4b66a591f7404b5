/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.opentest4j.AssertionFailedError;

/**
 * The calls of one tool with one credential, directly and in some way, held against each other.
 *
 * @param client sends them
 * @param settings what is checked
 * @param tool the tool
 * @param credential who calls
 */
record Comparison(Client client, Settings settings, ListedTool tool, Credential credential) {
    /** Makes both calls and fails with every difference if there is one. */
    void run(Way way) {
        ObjectNode arguments = arguments();
        Outcome direct = Outcome.direct(client.send(credential, tool.direct(arguments)));
        ObjectNode again = arguments();
        Outcome called = way.read(client.send(credential, way.call(settings.mcpPath(), tool, again)));
        List<String> differences = differences(direct, called);
        if (!differences.isEmpty()) {
            throw new AssertionFailedError(
                    tool.routeName() + " called " + way + " as '" + credential.name() + "' with " + again
                            + " doesn't answer as its route does:\n  " + String.join("\n  ", differences),
                    direct.status() + " " + direct.body(),
                    called.status() + " " + called.body());
        }
    }

    private ObjectNode arguments() {
        return settings.arguments().containsKey(tool.routeName())
                ? Json.arguments(
                        tool.routeName(),
                        settings.arguments().get(tool.routeName()).get())
                : SampleArguments.of(tool.schema());
    }

    private List<String> differences(Outcome direct, Outcome called) {
        List<String> found = new ArrayList<>();
        if (settings.endpointMayRefuse() && called.status() == 401) {
            return found;
        }
        if (!agree(direct.status(), called.status())) {
            found.add("status: the direct call has " + direct.status() + ", the tool call "
                    + (called.status() == 0 ? "failed without a status of the route" : called.status()));
            return found;
        }
        if (isCompared(direct) && called.body().isPresent()) {
            new BodyDifferences(settings.volatileMembers(), found)
                    .compare("", direct.body().get(), called.body().get());
        }
        TreeSet<String> missing = new TreeSet<>(direct.challenges());
        missing.removeAll(called.challenges());
        if (direct.status() == 401 && !missing.isEmpty()) {
            found.add("WWW-Authenticate: the tool call lacks the direct call's challenges " + missing);
        }
        return found;
    }

    // MCP tells every success as one, among them the redirect after a change, and a redirect to a login page as 401.
    private boolean agree(int direct, int called) {
        boolean redirect = direct >= 300 && direct < 400;
        boolean success = direct >= 200 && direct < 300;
        return direct == called
                || (called == 200 && (success || (redirect && !tool.isSafe())))
                || (called == 401 && redirect);
    }

    // The pages that a container makes for errors aren't part of a tool call; the JSON of a route is.
    private static boolean isCompared(Outcome direct) {
        JsonNode body = direct.body().orElse(Outcome.NO_BODY);
        return direct.status() < 300 || body.isContainerNode();
    }
}
