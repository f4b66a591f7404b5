/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import java.util.regex.Pattern;

/**
 * Which login: a name that may be listed and logged, because no token follows from it.
 *
 * @param text 32 lower-case hex digits
 */
public record SessionId(String text) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public SessionId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("A session id is 32 lower-case hex digits");
        }
    }

    /** Returns the id itself. */
    @Override
    public String toString() {
        return text;
    }
}
