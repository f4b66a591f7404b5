/* SPDX-License-Identifier: Apache-2.0 */
/** The streams of changes that clients keep open, none of which holds a thread. */
@NullMarked
package io.github.samedoor.mcp.stream;

import org.jspecify.annotations.NullMarked;
