/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.tool;

import io.github.samedoor.route.ParameterBinding;
import io.github.samedoor.route.Place;
import io.github.samedoor.route.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A route that is offered to agents.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the name over MCP, unique in its catalogue
 * @param route what a call of the tool calls
 * @param title a short name for people
 * @param description what the tool does, for the model
 * @param parameters the arguments, in their declared order
 * @param inputSchema the JSON Schema of all arguments together, as JSON text of type object
 * @param servedBy the name of the servlet or filter that must serve the route, where the author insists on one
 */
public record Tool(
        ToolName name,
        Route route,
        String title,
        String description,
        List<ParameterBinding> parameters,
        String inputSchema,
        Optional<String> servedBy) {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    /**
     * Keeps a copy of the parameters.
     *
     * @throws IllegalArgumentException if the parameters don't fit the route, as {@link #problems} says
     */
    public Tool {
        parameters = List.copyOf(parameters);
        List<String> problems = problems(route, parameters);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(route + ": " + String.join("; ", problems));
        }
    }

    /**
     * Returns the name that {@code /invoke} knows the tool by: method and path template.
     *
     * @return a name such as {@code GET_/user/notes/{id}}
     */
    public String routeName() {
        return ToolNameParser.routeName(route);
    }

    /**
     * Says what keeps parameters from being bound to a route.
     *
     * @param route a route
     * @param parameters the parameters of a tool that calls it
     * @return one sentence a problem, with its mend; empty where they fit
     */
    public static List<String> problems(Route route, List<ParameterBinding> parameters) {
        return Stream.of(nameProblems(parameters), pathProblems(route, parameters), bodyProblems(route, parameters))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> nameProblems(List<ParameterBinding> parameters) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> headers = new HashSet<>();
        for (ParameterBinding parameter : parameters) {
            String name = parameter.name();
            // Two headers that differ only in case would be two lines of one header.
            boolean twin = parameter.place() == Place.HEADER && !headers.add(name.toLowerCase(Locale.ROOT));
            if (!names.add(name) || twin) {
                problems.add("the parameter '" + name + "' is declared twice: give each its own name");
            }
        }
        return problems;
    }

    private static List<String> pathProblems(Route route, List<ParameterBinding> parameters) {
        List<String> problems = new ArrayList<>();
        List<String> variables = route.path().parameters();
        List<String> declared = names(parameters, Place.PATH);
        for (String name : declared) {
            if (!variables.contains(name)) {
                problems.add("the path parameter '" + name + "' isn't in the path: write {" + name
                        + "} there, or put the parameter elsewhere");
            }
        }
        for (String name : variables) {
            if (!declared.contains(name)) {
                problems.add("the path has {" + name + "}, but no parameter '" + name
                        + "' is declared: add it to the parameters, with \"in\": \"path\"");
            }
        }
        return problems;
    }

    private static List<String> bodyProblems(Route route, List<ParameterBinding> parameters) {
        List<String> properties = names(parameters, Place.BODY);
        List<String> whole = names(parameters, Place.WHOLE_BODY);
        List<String> problems = new ArrayList<>();
        if (WITHOUT_BODY.contains(route.method())) {
            for (ParameterBinding parameter : parameters) {
                if (parameter.place() == Place.BODY || parameter.place() == Place.WHOLE_BODY) {
                    problems.add("the parameter '" + parameter.name() + "' can't be in the body, because "
                            + route.method() + " has none: put it in the query, or use another method");
                }
            }
        }
        if (whole.size() > 1 || (whole.size() == 1 && !properties.isEmpty())) {
            problems.add("the parameter '" + whole.get(0)
                    + "' is the whole body, so no other parameter can be in the body: keep one of the two forms");
        }
        return problems;
    }

    private static List<String> names(List<ParameterBinding> parameters, Place place) {
        return parameters.stream()
                .filter(parameter -> parameter.place() == place)
                .map(ParameterBinding::name)
                .toList();
    }
}
