/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.audit;

/** Keeps audit events: the port that a log, a file or a database fills; implementations are thread-safe. */
@FunctionalInterface
public interface AuditLog {
    /**
     * Keeps one event before it returns.
     *
     * @param event what happened
     * @throws io.github.samedoor.identity.StoreUnavailableException if it can't be kept
     */
    void append(AuditEvent event);

    /**
     * Finds out whether an event could be kept now, before something is done that must not go unrecorded.
     *
     * @throws io.github.samedoor.identity.StoreUnavailableException if it is known that it couldn't
     */
    default void check() {}
}
