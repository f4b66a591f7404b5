/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.revision;

/** The reserved keys of {@code _meta} (MCP 2026-07-28, basic, General fields). */
final class Meta {
    static final String PROTOCOL_VERSION = "io.modelcontextprotocol/protocolVersion";
    static final String CLIENT_INFO = "io.modelcontextprotocol/clientInfo";
    static final String CLIENT_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    static final String LOG_LEVEL = "io.modelcontextprotocol/logLevel";
    static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";
    static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";
    /** Ours: the HTTP status of a route that failed. */
    static final String ROUTE_STATUS = "io.github.samedoor/status";

    private Meta() {}
}
