/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

import java.util.regex.Pattern;

/**
 * One argument of a tool: its name, its place in the call and the values it may have.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the argument's name, and the name of the path parameter, query field, header or body property; 1 to 64
 *     characters of {@code A-Z a-z 0-9 _ . -}, which is what model providers accept as a property name
 * @param place where it goes
 * @param required whether a call must give it; always so in a path
 * @param schema the JSON Schema of its values, as JSON text
 */
public record ParameterBinding(String name, Place place, boolean required, String schema) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /**
     * Checks what can be known without the route.
     *
     * @throws IllegalArgumentException if the name has another form, a path parameter is optional, or a header name is
     *     one of the {@link ReservedHeaders}; the message says how to mend it
     */
    public ParameterBinding {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a parameter is 1 to 64 letters, digits, '_', '.' or '-', not '"
                            + PathText.printable(name) + "'");
        }
        if (place == Place.PATH && !required) {
            throw new IllegalArgumentException("The path parameter '" + name
                    + "' can't be optional: leave \"required\" out, or take it out of the path");
        }
        if (place == Place.HEADER && ReservedHeaders.contains(name)) {
            throw new IllegalArgumentException("The header '" + name
                    + "' can't be a parameter, because servers and guards believe it: leave it out,"
                    + " the caller's own credential and address are carried anyway");
        }
    }
}
