/* SPDX-License-Identifier: Apache-2.0 */
/** The relay: named forwards through slots that carry the application's own filters, each call proved as it goes. */
@NullMarked
package io.github.samedoor.mcp.door.relay;

import org.jspecify.annotations.NullMarked;
