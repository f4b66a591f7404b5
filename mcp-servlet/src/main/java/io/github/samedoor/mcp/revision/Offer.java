/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

/**
 * What a server offers beside tools.
 *
 * @param resources whether it has resources
 * @param prompts whether it has prompts
 * @param completions whether it completes arguments
 */
public record Offer(boolean resources, boolean prompts, boolean completions) {
    /**
     * Returns the offer of a server that has tools alone.
     *
     * @return nothing else
     */
    public static Offer toolsAlone() {
        return new Offer(false, false, false);
    }
}
