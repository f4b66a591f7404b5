/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door;

import jakarta.servlet.http.HttpServlet;

/**
 * Opens the doors when the application has started and closes them when it ends; it has no URL.
 *
 * <p>It is the last servlet to be loaded, because the filters that other servlets register while they are loaded belong to
 * the guards too.
 */
final class DoorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Doors doors;

    DoorServlet(Doors doors) {
        this.doors = doors;
    }

    @Override
    public void init() {
        doors.open();
    }

    @Override
    public void destroy() {
        doors.close();
    }
}
