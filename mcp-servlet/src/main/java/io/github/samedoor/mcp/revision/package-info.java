/* SPDX-License-Identifier: Apache-2.0 */
/** The dated protocols: one file a revision says what differs, {@code Revisions} chooses. */
@NullMarked
package io.github.samedoor.mcp.revision;

import org.jspecify.annotations.NullMarked;
