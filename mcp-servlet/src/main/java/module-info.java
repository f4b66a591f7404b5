/* SPDX-License-Identifier: Apache-2.0 */
/** MCP on the Servlet API, with every tool call dispatched through the application's own guards. */
module io.github.samedoor.mcp {
    requires static transitive org.jspecify;
    requires transitive jakarta.servlet;
    requires transitive io.github.samedoor.core;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    exports io.github.samedoor.mcp;

    provides jakarta.servlet.ServletContainerInitializer with
            io.github.samedoor.mcp.SamedoorInitializer;
}
