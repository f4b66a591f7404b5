/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Who calls.
 *
 * @param name what tests call it
 * @param headers the header lines, name and value in turn
 */
record Credential(String name, List<String> headers) {
    /** Keeps a copy. */
    Credential {
        headers = List.copyOf(headers);
    }

    static Credential of(String name, List<String> lines) {
        List<String> headers = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("A header line of the credential '" + name
                        + "' has no colon: write it as in \"Authorization: Bearer abc\"");
            }
            headers.add(line.substring(0, colon).trim());
            headers.add(line.substring(colon + 1).trim());
        }
        return new Credential(name, headers);
    }

    /** Returns the name alone: the headers are secret. */
    @Override
    public String toString() {
        return name;
    }
}
