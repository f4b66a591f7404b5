/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

import java.util.List;

/** The header lines of the HTTP request that carries a message. */
@FunctionalInterface
public interface Headers {
    /**
     * Finds the values of a field.
     *
     * @param name the field name, in any case
     * @return every value, in order; empty where there is none
     */
    List<String> all(String name);
}
