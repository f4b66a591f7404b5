/* SPDX-License-Identifier: Apache-2.0 */
/** Tomcat as a container for the suite. */
@NullMarked
package io.github.samedoor.containertest.tomcat;

import org.jspecify.annotations.NullMarked;
