/* SPDX-License-Identifier: Apache-2.0 */
/** The dispatch of a tool call and its guards: the only way from MCP into a route. */
@NullMarked
package io.github.samedoor.mcp.door;

import org.jspecify.annotations.NullMarked;
