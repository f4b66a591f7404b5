/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store;

import java.util.Set;

/**
 * Opens one type of shared store from a few lines of configuration; found by {@link java.util.ServiceLoader}.
 *
 * <p>Implementations have a public constructor without arguments.
 */
public interface SharedStoreProvider {
    /**
     * Names the type, as configuration does.
     *
     * @return such as {@code jdbc}
     */
    String type();

    /**
     * Lists the settings that the store knows; another one is refused before it is opened.
     *
     * @return the names
     */
    Set<String> settings();

    /**
     * Opens the store.
     *
     * @param settings what was configured
     * @return the store; whoever opened it closes it
     * @throws IllegalArgumentException if a setting is missing or malformed; the message names it and the mend, and no
     *     secret
     * @throws io.github.samedoor.identity.StoreUnavailableException if the store must answer at the start and doesn't
     */
    SharedStore open(StoreSettings settings);
}
