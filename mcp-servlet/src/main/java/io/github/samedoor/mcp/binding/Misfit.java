/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

/**
 * How a value fails its schema; holds no text of the value.
 *
 * @param where the place inside the argument, such as {@code .tags[2]}; empty for the argument itself
 * @param mend what must change, to be read after the place
 */
record Misfit(String where, String mend) {
    static Misfit here(String mend) {
        return new Misfit("", mend);
    }

    Misfit within(String outer) {
        return new Misfit(outer + where, mend);
    }

    String sentence(String argument) {
        return "Argument '" + argument + where + "' " + mend;
    }
}
