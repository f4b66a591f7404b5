/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.route;

/**
 * One argument of a tool: its name, its place in the call and the values it may have.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the argument's name, and the name of the path parameter, query field, header or body property
 * @param place where it goes
 * @param required whether a call must give it
 * @param schema the JSON Schema of its values, as JSON text
 */
public record ParameterBinding(String name, Place place, boolean required, String schema) {}
