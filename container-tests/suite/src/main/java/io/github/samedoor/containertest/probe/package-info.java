/* SPDX-License-Identifier: Apache-2.0 */
/** A tiny web application that shows whether a container does what a servlet container must. */
@NullMarked
package io.github.samedoor.containertest.probe;

import org.jspecify.annotations.NullMarked;
