/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

/**
 * A place in the container that one chain of the application's filters can be mapped onto: a servlet without a URL, and a
 * filter that proves that this servlet's chain ran.
 *
 * @param number tells slots apart
 */
public record Slot(int number) {
    /** Returns the name of the slot's servlet. */
    public String servletName() {
        return Registrations.RESERVED_PREFIX + "slot-" + number;
    }

    /** Returns the name of the slot's proof filter. */
    String proofName() {
        return servletName() + "-proof";
    }
}
