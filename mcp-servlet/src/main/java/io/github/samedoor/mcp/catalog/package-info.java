/* SPDX-License-Identifier: Apache-2.0 */
/** Where tools come from: the tools file, and the one place where sources are merged into a catalogue. */
@NullMarked
package io.github.samedoor.mcp.catalog;

import org.jspecify.annotations.NullMarked;
