/* SPDX-License-Identifier: Apache-2.0 */
/** The edges of the protocol, byte by byte, in each revision. */
@NullMarked
package io.github.samedoor.containertest.protocol;

import org.jspecify.annotations.NullMarked;
