/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.tool;

import java.util.regex.Pattern;

/**
 * The name by which MCP clients know a tool.
 *
 * @param text 1 to 64 characters of {@code A-Z a-z 0-9 _ -}
 */
public record ToolName(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public ToolName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("A tool name is 1 to 64 letters, digits, '_' or '-'");
        }
    }

    /** Returns the name itself. */
    @Override
    public String toString() {
        return text;
    }
}
