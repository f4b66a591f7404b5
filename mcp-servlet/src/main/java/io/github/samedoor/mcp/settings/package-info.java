/* SPDX-License-Identifier: Apache-2.0 */
/** What an endpoint's init-params say, read once and checked whole. */
@NullMarked
package io.github.samedoor.mcp.settings;

import org.jspecify.annotations.NullMarked;
