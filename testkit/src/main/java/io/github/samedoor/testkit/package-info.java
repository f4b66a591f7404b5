/* SPDX-License-Identifier: Apache-2.0 */
/** The check that direct calls and tool calls of an application agree. */
@NullMarked
package io.github.samedoor.testkit;

import org.jspecify.annotations.NullMarked;
