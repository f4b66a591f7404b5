/* SPDX-License-Identifier: Apache-2.0 */
/** What is offered beside tools: resources bound to routes, prompts, and completions of their arguments. */
@NullMarked
package io.github.samedoor.mcp.feature;

import org.jspecify.annotations.NullMarked;
