/* SPDX-License-Identifier: Apache-2.0 */
/** The door on real containers: a tool call against the direct call of its route. */
@NullMarked
package io.github.samedoor.containertest.door;

import org.jspecify.annotations.NullMarked;
