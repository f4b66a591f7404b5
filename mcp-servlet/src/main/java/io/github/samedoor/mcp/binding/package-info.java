/* SPDX-License-Identifier: Apache-2.0 */
/** From a tool and its arguments to a call of its route: everything that can be refused for its form is refused here. */
@NullMarked
package io.github.samedoor.mcp.binding;

import org.jspecify.annotations.NullMarked;
