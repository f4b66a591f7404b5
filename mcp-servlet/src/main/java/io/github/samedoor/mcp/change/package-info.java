/* SPDX-License-Identifier: Apache-2.0 */
/** What can change while clients listen, and what they want to hear of it. */
@NullMarked
package io.github.samedoor.mcp.change;

import org.jspecify.annotations.NullMarked;
