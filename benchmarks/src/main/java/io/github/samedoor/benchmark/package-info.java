/* SPDX-License-Identifier: Apache-2.0 */
/** What a tool call costs beside the direct call of its route. */
@NullMarked
package io.github.samedoor.benchmark;

import org.jspecify.annotations.NullMarked;
