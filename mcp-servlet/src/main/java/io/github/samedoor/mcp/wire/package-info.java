/* SPDX-License-Identifier: Apache-2.0 */
/** JSON-RPC over HTTP: bytes to one message and back, with limits and one strict parser. */
@NullMarked
package io.github.samedoor.mcp.wire;

import org.jspecify.annotations.NullMarked;
