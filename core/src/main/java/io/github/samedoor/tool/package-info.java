/* SPDX-License-Identifier: Apache-2.0 */
/** What is offered over MCP: tools, their names and the catalogue of them. */
@NullMarked
package io.github.samedoor.tool;

import org.jspecify.annotations.NullMarked;
