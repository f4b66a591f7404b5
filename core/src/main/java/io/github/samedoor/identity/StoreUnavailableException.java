/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.identity;

/**
 * Says that a store behind a port didn't answer, so nothing is known about the caller.
 *
 * <p>It is never an answer about a credential: callers are refused with 503, not 401.
 */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Names the store.
     *
     * @param store what didn't answer, without addresses or secrets
     * @param cause what happened
     */
    public StoreUnavailableException(String store, Throwable cause) {
        super(store + " didn't answer", cause);
    }
}
