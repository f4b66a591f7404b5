/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import java.util.List;

/** A tools file can't be used; the message names the file, every entry that is wrong, and the mend of each. */
public final class ToolsFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ToolsFileException(String file, List<String> problems) {
        super(message(file, problems));
    }

    private static String message(String file, List<String> problems) {
        String count = problems.size() == 1 ? "a problem" : problems.size() + " problems";
        return file + " has " + count + ":\n  " + String.join("\n  ", problems);
    }
}
