/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * The last filter of a slot: it leaves the proof that the chain of this slot ran, and no other.
 *
 * <p>A container that keeps chains by URI would run the chain of another slot. Then the proof is the other slot's, and
 * the call ends.
 */
final class SlotProof implements Filter {
    private final Slot slot;

    SlotProof(Slot slot) {
        this.slot = slot;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RelayedCall.of(request).ifPresent(call -> call.prove(slot));
        chain.doFilter(request, response);
    }
}
