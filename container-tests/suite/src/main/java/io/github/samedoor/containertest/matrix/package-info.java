/* SPDX-License-Identifier: Apache-2.0 */
/** Applications that are generated from a seed, and the comparison of direct calls with tool calls on them. */
@NullMarked
package io.github.samedoor.containertest.matrix;

import org.jspecify.annotations.NullMarked;
