/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.feature;

/** A features file can't be used; the message names the file, the entry that is wrong, and the mend. */
public final class FeaturesFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    FeaturesFileException(String file, String problem) {
        super(file + ": " + problem);
    }
}
