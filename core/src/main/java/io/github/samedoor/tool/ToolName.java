/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.tool;

/**
 * The name by which MCP clients know a tool.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text 1 to 64 characters of {@code A-Z a-z 0-9 _ -}: narrower than MCP's own rule, since model providers are
 */
public record ToolName(String text) {
    private static final int LONGEST = 64;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public ToolName {
        if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(ToolName::isAllowed)) {
            throw new IllegalArgumentException("A tool name is 1 to 64 letters, digits, '_' or '-'");
        }
    }

    /** Returns the name itself. */
    @Override
    public String toString() {
        return text;
    }

    static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
