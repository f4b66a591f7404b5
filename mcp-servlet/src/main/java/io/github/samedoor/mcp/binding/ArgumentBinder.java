/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.tool.Tool;

/** Binds the arguments of one tool to its route. */
public final class ArgumentBinder {
    private final Tool tool;

    private ArgumentBinder(Tool tool) {
        this.tool = tool;
    }

    /**
     * Compiles the parameters of a tool, once at start.
     *
     * @param tool the tool
     * @return its binder
     * @throws IllegalArgumentException if a parameter's schema can't be used
     */
    public static ArgumentBinder of(Tool tool) {
        return new ArgumentBinder(tool);
    }

    /**
     * Binds the arguments of one call.
     *
     * @param arguments the arguments, parsed with exact numbers
     * @return the call, or why there is none
     */
    public Binding bind(ObjectNode arguments) {
        return new Binding.Refused(tool.name() + " takes no " + arguments.size() + " arguments yet");
    }
}
