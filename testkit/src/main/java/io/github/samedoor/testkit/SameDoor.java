/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Shows that a running application answers a tool call as it answers the direct call of the tool's route, for every tool
 * and every credential.
 *
 * <p>It lists the tools that any of the credentials may see, and for each tool and credential sends the direct call, the call
 * over {@code POST <mcp>/invoke} and the call over {@code POST <mcp>}. Status, body and the schemes of a challenge must agree.
 * Return its tests from a method with {@link org.junit.jupiter.api.TestFactory}:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> everyToolAnswersAsItsRoute() {
 *     return SameDoor.of(URI.create("http://127.0.0.1:8080/shop"), "/mcp")
 *             .credential("nobody")
 *             .credential("alice", "Authorization: Bearer " + aliceToken)
 *             .arguments("GET_/orders/{id}", "{\"id\": 7}")
 *             .ignoring("requestId")
 *             .tests();
 * }
 * }</pre>
 *
 * <p>Tools that change something are left out unless {@link #withChanges()} asks for them. Nothing of a credential but its name
 * is part of a test's name or message. Immutable and thread-safe.
 */
public final class SameDoor {
    private final Settings settings;

    private SameDoor(Settings settings) {
        this.settings = settings;
    }

    /**
     * Begins a check without credentials.
     *
     * @param application the URL of the application, with its context path
     * @param mcpPath the path of the MCP endpoint below it, such as {@code /mcp}
     * @return the check
     */
    public static SameDoor of(URI application, String mcpPath) {
        return new SameDoor(new Settings(application, mcpPath, List.of(), Map.of(), Set.of(), false, false));
    }

    /**
     * Adds a credential that every tool is called with.
     *
     * @param name what tests call it
     * @param headerLines the header lines that make it up, such as {@code Authorization: Bearer abc} or
     *     {@code Cookie: id=abc}; none for a caller without a credential
     * @return the longer check
     * @throws IllegalArgumentException if a line has no colon
     */
    public SameDoor credential(String name, String... headerLines) {
        return new SameDoor(settings.with(Credential.of(name, List.of(headerLines))));
    }

    /**
     * Sets the arguments that a tool is called with, in place of those that are made up from its schema.
     *
     * @param tool the tool's route name, such as {@code GET_/orders/{id}}
     * @param json the arguments as a JSON object
     * @return the longer check
     */
    public SameDoor arguments(String tool, String json) {
        return arguments(tool, () -> json);
    }

    /**
     * Sets what makes the arguments of a tool anew before each single call, as a tool that deletes something needs it.
     *
     * @param tool the tool's route name
     * @param json makes the arguments as a JSON object; called before each direct call and each tool call
     * @return the longer check
     */
    public SameDoor arguments(String tool, Supplier<String> json) {
        return new SameDoor(settings.with(tool, json));
    }

    /**
     * Leaves members out of every comparison, because they differ from call to call: times, counters, ids.
     *
     * @param members the names of members of JSON objects, at any depth
     * @return the longer check
     */
    public SameDoor ignoring(String... members) {
        return new SameDoor(settings.ignoring(Set.of(members)));
    }

    /**
     * Calls the tools that change something too, directly and as a tool, for every credential.
     *
     * @return the longer check
     */
    public SameDoor withChanges() {
        return new SameDoor(settings.withChanges());
    }

    /**
     * Accepts that the MCP endpoint's own guard answers 401 to a credential that a route doesn't look at.
     *
     * <p>The other way round, a tool call that is let in where the direct call isn't, is never accepted.
     *
     * @return the longer check
     */
    public SameDoor whereTheEndpointRefusesMore() {
        return new SameDoor(settings.acceptingRefusals());
    }

    /**
     * Lists the tools and makes the tests: for each tool, for each credential, one for each way to call.
     *
     * @return the tests, none of which has run
     * @throws IllegalStateException if no credential was added, the tools can't be listed, there are none, or arguments
     *     were set for a tool that isn't there; the message says what to mend
     */
    public Stream<DynamicNode> tests() {
        Client client = new Client(settings.application());
        return ToolList.of(client, settings).stream()
                .map(tool -> dynamicContainer(
                        tool.routeName(),
                        settings.credentials().stream()
                                .map(credential -> dynamicContainer(
                                        credential.name(),
                                        Stream.of(Way.values())
                                                .map(way -> dynamicTest(
                                                        way.toString(),
                                                        () -> new Comparison(client, settings, tool, credential)
                                                                .run(way)))))));
    }
}
