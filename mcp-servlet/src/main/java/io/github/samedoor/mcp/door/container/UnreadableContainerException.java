/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

/** The container's own lists can't be read, so nothing can be proved of its guards. */
public final class UnreadableContainerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableContainerException(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadableContainerException(String message) {
        super(message);
    }
}
