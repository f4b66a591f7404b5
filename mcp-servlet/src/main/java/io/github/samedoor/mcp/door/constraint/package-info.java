/* SPDX-License-Identifier: Apache-2.0 */
/** The container's security constraints, evaluated before any filter as the container itself does. */
@NullMarked
package io.github.samedoor.mcp.door.constraint;

import org.jspecify.annotations.NullMarked;
