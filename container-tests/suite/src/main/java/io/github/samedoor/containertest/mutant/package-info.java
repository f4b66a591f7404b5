/* SPDX-License-Identifier: Apache-2.0 */
/** The door with one guard broken at a time: the other tests must see it. */
@NullMarked
package io.github.samedoor.containertest.mutant;

import org.jspecify.annotations.NullMarked;
