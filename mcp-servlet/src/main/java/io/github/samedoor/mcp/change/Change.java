/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.change;

/** Something that clients may want to hear of. */
public sealed interface Change {
    /**
     * A list has other entries than before.
     *
     * @param list which one
     */
    record ListChanged(Listed list) implements Change {}

    /**
     * A resource holds something else than before.
     *
     * @param uri the resource
     */
    record ResourceUpdated(String uri) implements Change {}

    /** The lists that a server has. */
    enum Listed {
        /** The tools. */
        TOOLS,
        /** The prompts. */
        PROMPTS,
        /** The resources and their templates. */
        RESOURCES
    }
}
