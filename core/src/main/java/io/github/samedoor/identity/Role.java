/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.identity;

import java.util.regex.Pattern;

/**
 * A role by its name, such as {@code admin}.
 *
 * <p>Names are compared exactly. Immutable and thread-safe.
 *
 * @param name 1 to 64 letters, digits, {@code _}, {@code .} or {@code -}, starting with a letter
 */
public record Role(String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name has another form
     */
    public Role {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A role name is 1 to 64 letters, digits, '_', '.' or '-', starting with a letter");
        }
    }

    /** Returns the name itself. */
    @Override
    public String toString() {
        return name;
    }
}
