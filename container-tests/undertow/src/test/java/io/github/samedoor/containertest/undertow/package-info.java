/* SPDX-License-Identifier: Apache-2.0 */
/** Undertow as a container for the suite, with what a server on top of it adds: descriptors, annotations, initializers. */
@NullMarked
package io.github.samedoor.containertest.undertow;

import org.jspecify.annotations.NullMarked;
