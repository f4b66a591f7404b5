/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.identity;

import java.util.regex.Pattern;

/**
 * One of several customers that share the application, by its id.
 *
 * @param id 1 to 64 letters, digits, {@code _}, {@code .} or {@code -}
 */
public record Tenant(String id) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if the id has another form
     */
    public Tenant {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A tenant id is 1 to 64 letters, digits, '_', '.' or '-'");
        }
    }

    /** Returns the id itself. */
    @Override
    public String toString() {
        return id;
    }
}
