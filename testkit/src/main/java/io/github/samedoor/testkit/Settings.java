/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is checked, and how.
 *
 * @param application the URL of the application
 * @param mcpPath the path of the endpoint below it
 * @param credentials who calls
 * @param arguments what tools are called with, by their route names
 * @param volatileMembers the members that are left out of comparisons
 * @param changes whether tools that change something are called
 * @param endpointMayRefuse whether the endpoint may answer 401 where the route doesn't
 */
record Settings(
        URI application,
        String mcpPath,
        List<Credential> credentials,
        Map<String, Supplier<String>> arguments,
        Set<String> volatileMembers,
        boolean changes,
        boolean endpointMayRefuse) {
    /** Keeps copies. */
    Settings {
        credentials = List.copyOf(credentials);
        arguments = Map.copyOf(arguments);
        volatileMembers = Set.copyOf(volatileMembers);
    }

    Settings with(Credential credential) {
        List<Credential> more = new ArrayList<>(credentials);
        more.add(credential);
        return new Settings(application, mcpPath, more, arguments, volatileMembers, changes, endpointMayRefuse);
    }

    Settings with(String tool, Supplier<String> json) {
        Map<String, Supplier<String>> more = new HashMap<>(arguments);
        more.put(tool, json);
        return new Settings(application, mcpPath, credentials, more, volatileMembers, changes, endpointMayRefuse);
    }

    Settings ignoring(Set<String> members) {
        Set<String> more = new HashSet<>(volatileMembers);
        more.addAll(members);
        return new Settings(application, mcpPath, credentials, arguments, more, changes, endpointMayRefuse);
    }

    Settings withChanges() {
        return new Settings(application, mcpPath, credentials, arguments, volatileMembers, true, endpointMayRefuse);
    }

    Settings acceptingRefusals() {
        return new Settings(application, mcpPath, credentials, arguments, volatileMembers, changes, true);
    }
}
