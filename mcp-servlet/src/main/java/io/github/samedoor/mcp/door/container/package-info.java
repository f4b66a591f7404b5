/* SPDX-License-Identifier: Apache-2.0 */
/** What a servlet container itself knows of an application: its filters, servlets and constraints, read and never changed. */
@NullMarked
package io.github.samedoor.mcp.door.container;

import org.jspecify.annotations.NullMarked;
