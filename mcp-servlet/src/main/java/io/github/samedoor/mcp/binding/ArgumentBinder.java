/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.PathTemplate;
import io.github.samedoor.route.Place;
import io.github.samedoor.route.RouteCall;
import io.github.samedoor.tool.Tool;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the arguments of a tool into a call of its route, or refuses them: the one place where this is done.
 *
 * <p>Compiled once for each tool; a call parses no schema. Unknown, missing and ill-typed arguments are refused, and so is
 * every value that its place in the call can't carry in exactly one reading. Immutable and thread-safe.
 */
public final class ArgumentBinder {
    /** The longest path with its query, in characters: what containers accept on a request line by default. */
    private static final int LONGEST_TARGET = 8192;

    private final Tool tool;
    private final PathWriter path;
    private final List<BoundParameter> parameters;
    private final Set<String> names;
    private final String takes;
    private final boolean objectBody;

    private ArgumentBinder(Tool tool) {
        this.tool = tool;
        this.path = new PathWriter(tool.route().path());
        this.parameters = tool.parameters().stream()
                .map(parameter -> compile(tool, parameter))
                .toList();
        this.names = parameters.stream().map(BoundParameter::name).collect(Collectors.toUnmodifiableSet());
        this.takes = takes(tool);
        this.objectBody = tool.parameters().stream().anyMatch(parameter -> parameter.place() == Place.BODY);
    }

    /**
     * Compiles the parameters of a tool, once at start.
     *
     * @param tool the tool
     * @return its binder
     * @throws IllegalArgumentException if a parameter's schema can't be used; the message names it and the mend
     */
    public static ArgumentBinder of(Tool tool) {
        return new ArgumentBinder(tool);
    }

    /**
     * Checks that arguments of one parameter could be bound.
     *
     * @param parameter the parameter
     * @throws IllegalArgumentException if its schema allows what its place can't carry; the message says how to mend it
     */
    public static void requireBindable(ParameterBinding parameter) {
        BoundParameter.of(parameter, PathTemplate.parse("/"));
    }

    /**
     * Binds the arguments of one call.
     *
     * @param arguments the arguments, parsed with exact numbers; not changed
     * @return the call, or why there is none
     */
    public Binding bind(ObjectNode arguments) {
        Refusals refusals = new Refusals();
        CallDraft draft = new CallDraft(path.parameters(), objectBody);
        refuseUnknown(arguments, refusals);
        for (BoundParameter parameter : parameters) {
            parameter.bind(arguments, draft, refusals);
        }
        if (!refusals.isEmpty()) {
            return new Binding.Refused(refusals.message());
        }
        RouteCall call = draft.call(tool.route(), path);
        if (call.encodedPath().length() + call.query().length() > LONGEST_TARGET) {
            return new Binding.Refused("The arguments make a path and query of more than " + LONGEST_TARGET
                    + " characters: send less text");
        }
        return new Binding.Bound(call);
    }

    private void refuseUnknown(ObjectNode arguments, Refusals refusals) {
        for (Iterator<String> given = arguments.fieldNames(); given.hasNext(); ) {
            String name = given.next();
            if (!names.contains(name)) {
                refusals.add("There is no argument " + CallerName.shown(name) + ": " + takes);
            }
        }
    }

    private static BoundParameter compile(Tool tool, ParameterBinding parameter) {
        try {
            return BoundParameter.of(parameter, tool.route().path());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    tool.route() + ": parameter '" + parameter.name() + "': " + e.getMessage(), e);
        }
    }

    private static String takes(Tool tool) {
        return tool.parameters().isEmpty()
                ? "this tool takes none"
                : tool.parameters().stream()
                        .map(ParameterBinding::name)
                        .collect(Collectors.joining("', '", "this tool takes '", "'"));
    }
}
