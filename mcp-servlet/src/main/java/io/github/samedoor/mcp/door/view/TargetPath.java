/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.view;

import jakarta.servlet.http.HttpServletMapping;
import java.util.Optional;

/**
 * Where a direct request of a path would arrive: the servlet and the way the path is cut for it.
 *
 * @param servletPath the part of the path that chose the servlet
 * @param pathInfo the rest of the path, empty where there is none
 * @param mapping what the servlet will be told of its mapping; it holds the servlet's name
 */
public record TargetPath(String servletPath, Optional<String> pathInfo, HttpServletMapping mapping) {
    /** Returns the name of the servlet. */
    public String servletName() {
        return mapping.getServletName();
    }
}
