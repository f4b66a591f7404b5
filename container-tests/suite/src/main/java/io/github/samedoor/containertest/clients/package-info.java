/* SPDX-License-Identifier: Apache-2.0 */
/** The official clients that aren't written in Java, run by Node against the packed example. */
@NullMarked
package io.github.samedoor.containertest.clients;

import org.jspecify.annotations.NullMarked;
