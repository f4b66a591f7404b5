/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the tools of an application: those that any of the credentials may see. */
final class ToolList {
    private ToolList() {}

    static List<ListedTool> of(Client client, Settings settings) {
        if (settings.credentials().isEmpty()) {
            throw new IllegalStateException("Name at least one credential, if only .credential(\"nobody\")");
        }
        Map<String, ListedTool> tools = new LinkedHashMap<>();
        for (Credential credential : settings.credentials()) {
            for (JsonNode tool : list(client, settings, credential)) {
                ListedTool listed = ListedTool.of(tool);
                tools.putIfAbsent(listed.routeName(), listed);
            }
        }
        refuseUnknown(settings.arguments().keySet(), tools.keySet());
        List<ListedTool> checked = tools.values().stream()
                .filter(tool -> settings.changes() || tool.isSafe())
                .toList();
        if (checked.isEmpty()) {
            throw new IllegalStateException("There is no tool to check at " + settings.mcpPath()
                    + "/tools: add a credential that may call one, or withChanges()");
        }
        return checked;
    }

    // A credential that isn't good is refused here already, and sees nothing.
    private static JsonNode list(Client client, Settings settings, Credential credential) {
        String target = settings.mcpPath() + "/tools";
        HttpResponse<byte[]> answer = client.send(credential, new Call("GET", target, List.of(), Optional.empty()));
        if (answer.statusCode() >= 400 && answer.statusCode() < 404) {
            return Json.nothing();
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "GET " + target + " answered " + answer.statusCode() + " to the credential '" + credential.name()
                            + "': is " + settings.mcpPath() + " the path of the McpServlet?");
        }
        return Json.parse(answer.body()).orElseGet(Json::nothing).path("tools");
    }

    private static void refuseUnknown(Collection<String> named, Set<String> known) {
        Set<String> unknown = new TreeSet<>(named);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Arguments were set for tools that no credential can see: "
                    + String.join(", ", unknown) + ". There are: " + String.join(", ", new TreeSet<>(known)));
        }
    }
}
