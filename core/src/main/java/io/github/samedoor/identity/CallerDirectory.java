/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.identity;

import java.util.Optional;

/**
 * Who a user is at this moment.
 *
 * <p>Tokens and sessions hold a user's id and ask here on every call, so that a role change or a disabled user counts
 * on the next call. Implementations are thread-safe.
 */
@FunctionalInterface
public interface CallerDirectory {
    /**
     * Finds a user who may call.
     *
     * @param userId the user's id
     * @return the caller as of now; empty for an unknown or disabled user
     * @throws StoreUnavailableException if the directory can't be asked
     */
    Optional<Caller> caller(String userId);
}
