/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.observation;

import io.github.samedoor.tool.Tool;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A tool call as it begins.
 *
 * <p>The name and the arguments are whatever a client sent: whoever writes them escapes and shortens them, and a metric
 * uses the tool instead, of which there is a known number.
 *
 * @param way how it came
 * @param name the name that was called, known or not
 * @param tool the tool of that name, where there is one
 * @param caller who calls, as far as the guards of the endpoint know
 * @param peer the address that the connection comes from
 * @param trace the trace that the client is in
 * @param arguments writes the arguments as JSON, without the values of those that are secret; costs nothing until asked
 */
public record ToolCallStart(
        Way way,
        String name,
        Optional<Tool> tool,
        Optional<Principal> caller,
        String peer,
        TraceContext trace,
        Supplier<String> arguments) {
    /** How a tool call came. */
    public enum Way {
        /** By MCP. */
        MCP,
        /** By the plain JSON of {@code POST <path>/invoke}. */
        INVOKE
    }
}
