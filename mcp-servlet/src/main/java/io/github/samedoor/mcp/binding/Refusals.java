/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

/** What is wrong with the arguments of one call, said all at once, so that a model can mend it in one turn. */
final class Refusals {
    private static final int SHOWN = 8;

    private final StringBuilder message = new StringBuilder(0);
    private int count;

    void add(String sentence) {
        count++;
        if (count <= SHOWN) {
            message.append(count == 1 ? "" : "; ").append(sentence);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    String message() {
        return count <= SHOWN ? message.toString() : message + "; and " + (count - SHOWN) + " more";
    }
}
