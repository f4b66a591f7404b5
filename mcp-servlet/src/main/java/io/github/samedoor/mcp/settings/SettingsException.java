/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.settings;

import java.util.List;

/** Init-params can't be used; the message names the servlet, every parameter that is wrong, and the mend of each. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String servletName, List<String> problems) {
        super("The init-params of the servlet '" + servletName + "' can't be used:\n  "
                + String.join("\n  ", problems));
    }
}
