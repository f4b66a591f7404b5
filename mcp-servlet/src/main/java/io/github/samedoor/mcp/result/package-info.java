/* SPDX-License-Identifier: Apache-2.0 */
/** Answers of routes as results of MCP: content, status and challenges. */
@NullMarked
package io.github.samedoor.mcp.result;

import org.jspecify.annotations.NullMarked;
