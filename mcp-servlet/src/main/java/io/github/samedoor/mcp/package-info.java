/* SPDX-License-Identifier: Apache-2.0 */
/** The MCP endpoint of an application: the servlet, and what an application may decide about it. */
@NullMarked
package io.github.samedoor.mcp;

import org.jspecify.annotations.NullMarked;
