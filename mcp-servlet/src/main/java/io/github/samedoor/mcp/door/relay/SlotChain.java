/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import java.util.List;

/**
 * The slots that a call passes one after the other; more than one only where a container would reorder a single one.
 *
 * @param stages at least one slot
 */
public record SlotChain(List<Slot> stages) {
    /** Keeps a copy. */
    public SlotChain {
        stages = List.copyOf(stages);
    }
}
