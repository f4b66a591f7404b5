/* SPDX-License-Identifier: Apache-2.0 */
/** Jetty as a container for the suite. */
@NullMarked
package io.github.samedoor.containertest.jetty;

import org.jspecify.annotations.NullMarked;
