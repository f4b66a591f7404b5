/* SPDX-License-Identifier: Apache-2.0 */
/** What a route sees of a call and what is kept of its answer: the request, the session and the response of one call. */
@NullMarked
package io.github.samedoor.mcp.door.view;

import org.jspecify.annotations.NullMarked;
